package org.mailroom.engine.models;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why a start with broken models failed, without a stack trace. */
class ModelsRefusedAnalyzer extends AbstractFailureAnalyzer<ModelsRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ModelsRefused cause) {
        return new FailureAnalysis(cause.getMessage(), "Mend the models in the folders processes and forms.", cause);
    }
}
