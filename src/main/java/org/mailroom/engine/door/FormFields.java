package org.mailroom.engine.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.http.HttpStatus;

/**
 * Lets whoever completes a task set the fields of the task's form and no others, so that nobody sets what other steps of
 * the process rely on. A task without a Camunda form has no fields. Where a field lists its choices, the value is one of
 * them; choices that the process provides are checked by the step that uses them.
 */
class FormFields {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> COMPLETING = Set.of("complete", "submit-form");

    private final FormService forms;

    FormFields(FormService forms) {
        this.forms = forms;
    }

    void check(EngineCall call, JsonNode body) throws IOException {
        var parts = call.parts();
        JsonNode sent = body.path("variables");
        if (parts.size() == 3 && parts.get(0).equals("task") && COMPLETING.contains(parts.get(2)) && !sent.isEmpty()) {
            check(parts.get(1), sent);
        }
    }

    private void check(String task, JsonNode sent) throws IOException {
        try {
            check(choices(task), sent);
        } catch (AuthorizationException hidden) {
            // The engine is asked next and refuses in its own words.
        }
    }

    private static void check(Map<String, Set<String>> fields, JsonNode sent) {
        sent.fields().forEachRemaining(answer -> {
            Set<String> choices = fields.get(answer.getKey());
            if (choices == null) {
                throw new Refused(HttpStatus.BAD_REQUEST, "door.field-unknown");
            }
            JsonNode value = answer.getValue().path("value");
            if (!choices.isEmpty() && !isEmpty(value) && !choices.contains(value.asText())) {
                throw new Refused(HttpStatus.BAD_REQUEST, "door.choice-unknown", answer.getKey());
            }
        });
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull() || value.isMissingNode() || value.asText().isEmpty();
    }

    /** The fields of the task's form, each with its choices; without any if its value is free. */
    private Map<String, Set<String>> choices(String task) throws IOException {
        try (InputStream form = forms.getDeployedTaskForm(task)) {
            Map<String, Set<String>> fields = new HashMap<>();
            collect(JSON.readTree(form), fields);
            return fields;
        } catch (AuthorizationException hidden) {
            throw hidden;
        } catch (ProcessEngineException | JsonProcessingException noCamundaForm) {
            return Map.of();
        }
    }

    private static void collect(JsonNode parent, Map<String, Set<String>> fields) {
        for (JsonNode component : parent.path("components")) {
            if (component.path("key").isTextual()) {
                fields.put(component.path("key").textValue(), choices(component));
            }
            collect(component, fields);
        }
    }

    private static Set<String> choices(JsonNode component) {
        Set<String> choices = new HashSet<>();
        component
                .path("values")
                .forEach(choice -> choices.add(choice.path("value").asText()));
        return choices;
    }
}
