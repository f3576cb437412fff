package org.mailroom.engine.door;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Refuses a body without the fields that its call needs, if the engine would answer that as a failure of its own. */
class NeededFields {

    /** By method, kind of thing and what is done with it. */
    private static final Map<String, List<String>> NEEDED = Map.of(
            "POST authorization create", List.of("type", "resourceType", "resourceId", "permissions"),
            "POST group create", List.of("id"),
            "POST identity password-policy", List.of("password"),
            "PUT job retries", List.of("retries"),
            "PUT job-definition retries", List.of("retries"));

    void check(EngineCall call, JsonNode body) {
        List<String> parts = call.parts();
        String done = call.method() + " " + parts.get(0) + " " + parts.get(parts.size() - 1);
        for (String field : NEEDED.getOrDefault(done, List.of())) {
            if (!body.hasNonNull(field)) {
                throw new Refused(HttpStatus.BAD_REQUEST, "door.field-missing", field);
            }
        }
    }
}
