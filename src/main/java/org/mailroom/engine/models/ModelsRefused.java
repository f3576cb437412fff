package org.mailroom.engine.models;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;

/**
 * Models that would not work, with every reason. Nothing was deployed; what was deployed before goes on. To the engine, and
 * so over REST, it is the fault of whoever asked.
 */
class ModelsRefused extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    private final List<String> reasons;

    ModelsRefused(List<String> reasons) {
        super("The models were refused:\n  - " + String.join("\n  - ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    List<String> reasons() {
        return reasons;
    }
}
