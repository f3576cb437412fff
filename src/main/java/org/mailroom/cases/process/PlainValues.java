package org.mailroom.cases.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Variables as forms know them: texts, numbers, truth values, and lists of those. */
@Component
class PlainValues {

    private final ObjectMapper json;

    PlainValues(ObjectMapper json) {
        this.json = json;
    }

    /** What can be shown in a form; other variables are left out. */
    Map<String, Object> of(Map<String, ?> variables) {
        Map<String, Object> plain = new HashMap<>();
        variables.forEach((name, value) -> {
            Object shown = plain(value);
            if (shown != null) {
                plain.put(name, shown);
            }
        });
        return plain;
    }

    /** The answers of a form as variables: a list becomes JSON, as Tasklist writes it. */
    Map<String, @Nullable Object> toVariables(Map<String, ? extends @Nullable Object> answers) {
        Map<String, @Nullable Object> variables = new HashMap<>();
        answers.forEach((name, value) -> variables.put(
                name,
                value instanceof Collection<?> list
                        ? SpinValues.jsonValue(written(list)).create()
                        : value));
        return variables;
    }

    private @Nullable Object plain(@Nullable Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Date date) {
            return date.toInstant().toString();
        }
        if (value instanceof List<?> list) {
            return list.stream().allMatch(item -> plain(item) != null) ? list : null;
        }
        return value instanceof SpinJsonNode node ? read(node.toString()) : null;
    }

    private Object read(String text) {
        try {
            return json.readValue(text, Object.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A variable of type JSON holds JSON", impossible);
        }
    }

    private String written(Collection<?> list) {
        try {
            return json.writeValueAsString(list);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts can always be written as JSON", impossible);
        }
    }
}
