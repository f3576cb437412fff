package org.mailroom.engine.models;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.Decision;

/** Finds two files of one deployment with the same process or decision, of which the engine would take the last one. */
final class SameIds {

    private SameIds() {}

    static Stream<Finding> findings(List<ReadModel> models) {
        Map<String, String> owners = new HashMap<>();
        return models.stream().flatMap(model -> ids(model).flatMap(id -> {
            String owner = owners.putIfAbsent(id, model.file().name());
            return owner == null || owner.equals(model.file().name())
                    ? Stream.empty()
                    : Stream.of(Finding.refusal(
                            null,
                            model.file().name() + ": has the " + id + ", which " + owner
                                    + " has too; if it is a copy, delete it or give it an id of its own"));
        }));
    }

    private static Stream<String> ids(ReadModel model) {
        return Stream.concat(
                model.processIds().stream().map(id -> "process " + id),
                model.decisions().map(Decision::getId).map(id -> "decision " + id));
    }
}
