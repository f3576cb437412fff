package org.mailroom.engine.models;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;

/** The id of a process, decision or form. A file defines a form, or any number of processes or decisions. */
record DefinedId(Kind kind, String id) {

    /** What an id can belong to. */
    enum Kind {
        PROCESS("act_re_procdef"),
        DECISION("act_re_decision_def"),
        FORM("act_re_camformdef");

        private final String table;

        Kind(String table) {
            this.table = table;
        }

        /** The engine's table of what was deployed of this kind. */
        String table() {
            return table;
        }

        private String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns what a file defines; nothing if it cannot be read, which the checks say. */
    static List<DefinedId> in(ModelFile file) {
        try {
            if (file.isProcess()) {
                return processes(file);
            }
            return file.isDecision() ? decisions(file) : form(file);
        } catch (ModelException | IOException unreadable) {
            return List.of();
        }
    }

    private static List<DefinedId> processes(ModelFile file) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(file.bytes()))
                .getModelElementsByType(Process.class)
                .stream()
                .filter(Process::isExecutable)
                .map(process -> new DefinedId(Kind.PROCESS, process.getId()))
                .toList();
    }

    private static List<DefinedId> decisions(ModelFile file) {
        return Dmn.readModelFromStream(new ByteArrayInputStream(file.bytes()))
                .getModelElementsByType(Decision.class)
                .stream()
                .map(decision -> new DefinedId(Kind.DECISION, decision.getId()))
                .toList();
    }

    private static List<DefinedId> form(ModelFile file) throws IOException {
        String id = JSON.readTree(file.bytes()).path("id").asText("");
        return id.isEmpty() ? List.of() : List.of(new DefinedId(Kind.FORM, id));
    }

    @Override
    public String toString() {
        return kind.word() + " " + id;
    }
}
