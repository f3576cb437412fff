package org.mailroom.cases.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a field lets people choose from: written in the form, in a variable, or computed. */
@Component
class Options {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Feel feel;

    Options(Feel feel) {
        this.feel = feel;
    }

    /** Labels by value, in the order of the form; empty if the choice has nothing in it. */
    Map<String, String> of(Field field, Map<String, ?> variables) {
        return labels(list(field.spec(), variables));
    }

    private JsonNode list(JsonNode spec, Map<String, ?> variables) {
        if (spec.has("valuesKey")) {
            return tree(variables.get(spec.path("valuesKey").asText()));
        }
        if (spec.has("valuesExpression")) {
            return tree(feel.value(spec.path("valuesExpression").asText(), variables));
        }
        return spec.path("values");
    }

    private static JsonNode tree(@Nullable Object value) {
        return JSON.valueToTree(value);
    }

    private static Map<String, String> labels(JsonNode list) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (JsonNode option : list) {
            String value = option.isObject() ? option.path("value").asText() : option.asText();
            labels.put(value, option.path("label").asText(value));
        }
        return labels;
    }
}
