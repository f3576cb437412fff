package org.mailroom.engine.models;

import java.util.stream.Stream;

/** Finds that nobody has brought the process of a case yet, without which no mail could open one. */
final class MissingCase {

    private MissingCase() {}

    static Stream<Finding> findings(KnownThings known) {
        String process = known.names().process();
        return known.processes().contains(process)
                ? Stream.empty()
                : Stream.of(Finding.refusal(
                        null,
                        "no file has the process " + process
                                + ", so no mail could open a case; put the shipped " + process + ".bpmn into the folder"
                                + Suggestion.of(process, known.processes())));
    }
}
