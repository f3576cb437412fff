package org.mailroom.engine.door;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** Refuses a body without the fields that its call needs, if the engine would answer that as a failure of its own. */
class NeededFields {

    private static final Map<EngineCall, List<String>> NEEDED = Map.of(
            new EngineCall("POST", "/authorization/create"), List.of("type", "resourceType", "resourceId", "permissions"),
            new EngineCall("POST", "/group/create"), List.of("id"));

    void check(EngineCall call, JsonNode body) {
        for (String field : NEEDED.getOrDefault(call, List.of())) {
            if (!body.hasNonNull(field)) {
                throw new Refused(HttpStatus.BAD_REQUEST, "door.field-missing", field);
            }
        }
    }
}
