package org.mailroom.engine.models;

import java.util.List;

/** Models that would not work, with every reason. Nothing was deployed; what was deployed before goes on. */
class ModelsRefused extends RuntimeException {

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
