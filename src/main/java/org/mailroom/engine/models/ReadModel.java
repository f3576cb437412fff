package org.mailroom.engine.models;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;

/**
 * A file with processes or decisions after it was read.
 *
 * @param process null if it holds no processes or could not be read
 * @param decision null if it holds no decisions or could not be read
 * @param problems why it could not be read
 */
record ReadModel(
        ModelFile file,
        ModelXml xml,
        @Nullable BpmnModelInstance process,
        @Nullable DmnModelInstance decision,
        List<Finding> problems) {

    static ReadModel of(ModelFile file) {
        return file.isProcess() ? process(file) : decision(file);
    }

    /** The processes in it that the engine would run. */
    List<String> processIds() {
        return process == null
                ? List.of()
                : process.getModelElementsByType(Process.class).stream()
                        .filter(Process::isExecutable)
                        .map(Process::getId)
                        .toList();
    }

    Stream<Decision> decisions() {
        return decision == null ? Stream.empty() : decision.getModelElementsByType(Decision.class).stream();
    }

    private static ReadModel process(ModelFile file) {
        ModelXml xml = ModelXml.read("BPMN", file.bytes());
        if (!xml.problems().isEmpty()) {
            return new ReadModel(file, xml, null, null, xml.problems());
        }
        try {
            BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(file.bytes()));
            return new ReadModel(file, xml, model, null, List.of());
        } catch (ModelException broken) {
            return unread(file, xml, "is not BPMN: ", ModelSchema.violationOfBpmn(file.bytes()), broken);
        }
    }

    private static ReadModel decision(ModelFile file) {
        ModelXml xml = ModelXml.read("DMN", file.bytes());
        if (!xml.problems().isEmpty()) {
            return new ReadModel(file, xml, null, null, xml.problems());
        }
        try {
            DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(file.bytes()));
            return new ReadModel(file, xml, null, model, List.of());
        } catch (ModelException broken) {
            return unread(file, xml, "is not DMN: ", ModelSchema.violationOfDmn(file.bytes()), broken);
        }
    }

    private static ReadModel unread(
            ModelFile file, ModelXml xml, String what, Optional<String> violation, ModelException broken) {
        String reason = violation.orElseGet(() -> causeOf(broken));
        return new ReadModel(file, xml, null, null, List.of(Finding.refusal(null, what + reason)));
    }

    private static String causeOf(ModelException broken) {
        Throwable cause = broken.getCause() == null ? broken : broken.getCause();
        return String.valueOf(cause.getMessage());
    }
}
