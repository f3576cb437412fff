package org.mailroom.cases;

import java.util.Optional;
import org.mailroom.engine.FailedStep;
import org.mailroom.engine.ModelGuard;
import org.springframework.stereotype.Component;

/** Knows whether a mail could not be taken in because of the model, which is nothing that the mail can be blamed for. */
@Component
public class ModelFailures {

    private final ModelGuard guard;

    ModelFailures(ModelGuard guard) {
        this.guard = guard;
    }

    /** Says in a sentence which step failed and why, without a word of a customer; empty if no model was involved. */
    public Optional<String> reasonOf(Throwable failed) {
        return FailedStep.behind(failed).map(FailedStep::getMessage);
    }

    /**
     * Goes back to the previous version of the model if it is new and a mail failed in it for the last time.
     *
     * @return what the reason of each mail that failed in the same version begins with; empty if the model stays
     */
    public Optional<String> goBack(Throwable failed) {
        return FailedStep.behind(failed).filter(guard::goBack).map(FailedStep::inVersion);
    }
}
