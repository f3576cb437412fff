package org.mailroom.cases.process.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the file of a form, as Camunda Forms writes it. */
final class FormReader {

    /** Components that show something and ask nothing. */
    private static final Set<String> WITHOUT_ANSWER = Set.of(
            "text", "html", "image", "button", "spacer", "separator", "iframe", "table", "documentPreview", "default");

    /** Components whose answer is no plain value. */
    private static final Set<String> NOT_PLAIN = Set.of("dynamiclist", "filepicker");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Field> fields = new ArrayList<>();
    private boolean plain = true;

    private FormReader() {}

    /** @throws IllegalArgumentException if the file is not JSON */
    static Form read(String schema) {
        FormReader reader = new FormReader();
        reader.components(parse(schema).path("components"), List.of());
        return new Form(schema, List.copyOf(reader.fields), reader.plain);
    }

    private static JsonNode parse(String schema) {
        try {
            return JSON.readTree(schema);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("The form is not JSON", broken);
        }
    }

    private void components(JsonNode components, List<String> outside) {
        components.forEach(component -> component(component, outside));
    }

    private void component(JsonNode component, List<String> outside) {
        String type = component.path("type").asText();
        List<String> conditions = new ArrayList<>(outside);
        String hide = component.path("conditional").path("hide").asText();
        if (!hide.isBlank()) {
            conditions.add(hide);
        }
        if (type.equals("group") && component.path("path").asText().isBlank()) {
            components(component.path("components"), conditions);
        } else if (type.equals("group") || NOT_PLAIN.contains(type)) {
            plain = false;
        } else if (!WITHOUT_ANSWER.contains(type) && component.hasNonNull("key")) {
            String key = component.path("key").asText();
            fields.add(new Field(key, label(component, key), type, component, conditions));
        }
    }

    private static String label(JsonNode component, String key) {
        for (String name : List.of("label", "dateLabel", "timeLabel")) {
            String label = component.path(name).asText().strip();
            if (!label.isEmpty() && !label.startsWith("=") && !label.contains("{{")) {
                return label;
            }
        }
        return key;
    }
}
