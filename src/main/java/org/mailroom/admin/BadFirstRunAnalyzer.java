package org.mailroom.admin;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why Mailroom does not start in a sentence instead of a stack trace. */
class BadFirstRunAnalyzer extends AbstractFailureAnalyzer<BadFirstRun> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, BadFirstRun bad) {
        return new FailureAnalysis(bad.getMessage(), null, bad);
    }
}
