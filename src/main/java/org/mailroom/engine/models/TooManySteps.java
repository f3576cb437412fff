package org.mailroom.engine.models;

import org.camunda.bpm.engine.ProcessEngineException;

/** Stops a process that runs in a circle. Without a cause, so that no error event of the model catches it. */
class TooManySteps extends ProcessEngineException {

    private static final long serialVersionUID = 1L;

    TooManySteps(int most) {
        super("The process took more than " + most
                + " steps without waiting, so it probably runs in a circle (setting mailroom.models.most-steps)");
    }
}
