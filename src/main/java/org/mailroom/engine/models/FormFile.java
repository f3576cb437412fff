package org.mailroom.engine.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A form as far as models depend on it.
 *
 * @param name of its file
 * @param fields those with a key, in their order
 * @param problems why it cannot be deployed
 */
record FormFile(String name, String id, List<Field> fields, List<String> problems) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param choices the values that it offers; empty if it offers none or gets them from a variable */
    record Field(String key, Set<String> choices) {}

    static FormFile read(ModelFile file) {
        if (new String(file.bytes(), StandardCharsets.ISO_8859_1).isBlank()) {
            return broken(file, "the file is empty; save it again, or delete it");
        }
        try {
            JsonNode form = JSON.readTree(file.bytes());
            String id = form.path("id").asText("");
            List<Field> fields = new ArrayList<>();
            collect(form.path("components"), fields);
            return new FormFile(file.name(), id, fields, problems(file, form, id));
        } catch (JsonProcessingException notJson) {
            return broken(file, "is not JSON: " + notJson.getOriginalMessage() + place(notJson));
        } catch (IOException wrongBytes) {
            return broken(file, "is not JSON in UTF-8: " + wrongBytes.getMessage());
        }
    }

    Stream<Finding> refusals() {
        return problems.stream().map(problem -> Finding.refusal(null, name + ": " + problem));
    }

    /** The keys that the form fills, as variables of the case. */
    Set<String> keys() {
        return fields.stream().map(Field::key).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What the form offers under this key; empty if it offers no choice. */
    Set<String> choices(String key) {
        return fields.stream()
                .filter(field -> field.key().equals(key))
                .flatMap(field -> field.choices().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static FormFile broken(ModelFile file, String problem) {
        return new FormFile(file.name(), "", List.of(), List.of(problem));
    }

    private static String place(JsonProcessingException at) {
        return at.getLocation() == null
                ? ""
                : " (line " + at.getLocation().getLineNr() + ", column "
                        + at.getLocation().getColumnNr() + ")";
    }

    private static List<String> problems(ModelFile file, JsonNode form, String id) {
        if (!form.isObject() || !form.path("components").isArray()) {
            return List.of("is no form: it has no list of components; save it again from Modeler");
        }
        Stream<String> wrongId = file.stem().equals(id)
                ? Stream.empty()
                : Stream.of("its id is " + id + ", but must be that of the file, " + file.stem());
        return Stream.concat(wrongId, SingleValueCheck.complaints(form.path("components")))
                .toList();
    }

    private static void collect(JsonNode components, List<Field> fields) {
        for (JsonNode component : components) {
            String key = component.path("key").asText("");
            if (!key.isEmpty()) {
                fields.add(new Field(key, choices(component)));
            }
            collect(component.path("components"), fields);
        }
    }

    private static Set<String> choices(JsonNode component) {
        Set<String> values = new LinkedHashSet<>();
        component.path("values").forEach(value -> values.add(value.path("value").asText()));
        return values;
    }
}
