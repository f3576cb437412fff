package org.mailroom.engine.models;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which folder of models could not be read at the start, without a stack trace. */
class UnreadableModelsAnalyzer extends AbstractFailureAnalyzer<UnreadableModels> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnreadableModels cause) {
        return new FailureAnalysis(
                cause.getMessage() + ".",
                "Start Mailroom in the folder that holds the folders processes and forms, or name your own folders in the"
                        + " setting mailroom.models.folders.",
                cause);
    }
}
