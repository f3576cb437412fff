package org.mailroom.engine.models;

import java.util.List;

/**
 * What the checks say about some files, each sentence beginning with the name of its file.
 *
 * @param refusals reasons why nothing may be deployed
 * @param warnings what an analyst should look at although it may be deployed
 */
record Findings(List<String> refusals, List<String> warnings) {

    Findings {
        refusals = List.copyOf(refusals);
        warnings = List.copyOf(warnings);
    }
}
