package org.mailroom.desk.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The answers to the form of a task, as they were entered: as one JSON object named answers, or field by field. */
public record AnswerForm(MultiValueMap<String, String> sent) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALL = "answers";

    /** What a page sends along with every form. */
    private static final Set<String> NO_ANSWER = Set.of("_csrf", "frame", ALL);

    /** By key of the field; null if this is no JSON object. */
    public @Nullable Map<String, Object> answers() {
        String all = sent.getFirst(ALL);
        return all == null ? fieldByField() : parsed(all);
    }

    /** What was entered, to be shown again. */
    public String json() {
        Map<String, Object> answers = answers();
        try {
            return JSON.writeValueAsString(answers == null ? Map.of() : answers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("What was read from JSON can be written as JSON", impossible);
        }
    }

    private Map<String, Object> fieldByField() {
        Map<String, Object> answers = new HashMap<>();
        sent.forEach((key, values) -> {
            if (!NO_ANSWER.contains(key)) {
                answers.put(key, values.size() == 1 ? values.get(0) : List.copyOf(values));
            }
        });
        return answers;
    }

    private static @Nullable Map<String, Object> parsed(String all) {
        try {
            return JSON.readValue(all, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException noObject) {
            return null;
        }
    }
}
