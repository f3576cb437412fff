package org.mailroom;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.util.PlaceholderResolutionException;

/** Says which setting is missing when a start fails for want of it, such as {@code mailroom.secret}. */
class MissingSettingAnalyzer extends AbstractFailureAnalyzer<PlaceholderResolutionException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PlaceholderResolutionException cause) {
        return new FailureAnalysis(
                "A setting is missing. " + cause.getMessage(),
                "Set it; docs/operations.md explains every setting and its environment variable.",
                cause);
    }
}
