package org.mailroom.engine.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;
import org.mailroom.engine.MessageNames;
import org.springframework.stereotype.Component;

/** Looks at models and forms before the engine gets them. */
@Component
class ModelChecks {

    private static final List<ProcessCheck> CHECKS = List.of(
            new TimeToLiveCheck(), new ScriptCheck(), new ExpressionCheck(), new FormCheck(), new MessageCheck());

    private final ModelBeans beans;
    private final Set<String> messages;
    private final ObjectMapper json;

    ModelChecks(ModelBeans beans, List<MessageNames> messages, ObjectMapper json) {
        this.beans = beans;
        this.messages = new HashSet<>();
        messages.forEach(some -> this.messages.addAll(some.names()));
        this.json = json;
    }

    /**
     * @param formsBesides ids of forms that are there besides those among the files
     * @throws ModelsRefused with every complaint about every file
     */
    void check(List<ModelFile> files, Set<String> formsBesides) {
        List<String> reasons = new ArrayList<>();
        Set<String> forms = formIds(files, reasons);
        forms.addAll(formsBesides);
        KnownThings known = new KnownThings(beans.names(), forms, messages);
        for (ModelFile file : files) {
            if (file.isProcess()) {
                complaintsAbout(file, known).forEach(complaint -> reasons.add(file.name() + ": " + complaint));
            } else if (file.isDecision()) {
                decisionComplaints(file).forEach(complaint -> reasons.add(file.name() + ": " + complaint));
            }
        }
        if (!reasons.isEmpty()) {
            throw new ModelsRefused(reasons);
        }
    }

    private Set<String> formIds(List<ModelFile> files, List<String> reasons) {
        Set<String> ids = new HashSet<>();
        files.stream().filter(ModelFile::isForm).forEach(form -> {
            String id = formId(form, reasons);
            if (!form.stem().equals(id)) {
                reasons.add(form.name() + ": its id is " + id + ", but must be that of the file, " + form.stem());
            }
            ids.add(id);
        });
        return ids;
    }

    private String formId(ModelFile form, List<String> reasons) {
        try {
            JsonNode id = json.readTree(form.bytes()).path("id");
            return id.asText("");
        } catch (java.io.IOException notJson) {
            String where = notJson instanceof JsonProcessingException at ? " at " + at.getLocation() : "";
            reasons.add(form.name() + ": is not JSON" + where);
            return "";
        }
    }

    private static List<String> complaintsAbout(ModelFile file, KnownThings known) {
        try {
            BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(file.bytes()));
            return CHECKS.stream()
                    .flatMap(check -> check.complaints(model, known))
                    .toList();
        } catch (ModelException broken) {
            return List.of("is not BPMN: " + broken.getMessage());
        }
    }

    private static List<String> decisionComplaints(ModelFile file) {
        try {
            return Dmn.readModelFromStream(new ByteArrayInputStream(file.bytes()))
                    .getModelElementsByType(Decision.class)
                    .stream()
                    .filter(decision -> decision.getCamundaHistoryTimeToLiveString() == null)
                    .map(decision -> "decision " + decision.getId() + " has no history time to live, for instance P30D")
                    .toList();
        } catch (ModelException broken) {
            return List.of("is not DMN: " + broken.getMessage());
        }
    }
}
