package org.mailroom.engine.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Refuses form fields whose answer is no single plain value. A task with such a form could not be completed in Tasklist, because no
 * list, object or file is taken as a variable.
 */
final class SingleValueCheck {

    private static final String LIST = ", whose answer is a list, and tasks only take single values; ";

    /** By the type of the field, what is wrong with it and what to do. */
    private static final Map<String, String> NOT_SINGLE = Map.of(
            "checklist", "is a checklist" + LIST + "use single checkboxes instead",
            "taglist", "is a tag list" + LIST + "use single checkboxes instead",
            "dynamiclist", "is a dynamic list" + LIST + "add each field by itself instead",
            "filepicker", "asks for a file, and tasks take none; remove it and let the file come by mail");

    private SingleValueCheck() {}

    static Stream<String> complaints(JsonNode components) {
        return StreamSupport.stream(components.spliterator(), false)
                .flatMap(component -> Stream.concat(
                        complaint(component).map(complaint -> "the field " + name(component) + " " + complaint),
                        complaints(component.path("components"))));
    }

    private static Stream<String> complaint(JsonNode component) {
        String type = component.path("type").asText();
        if (type.equals("group") && !component.path("path").asText().isBlank()) {
            return Stream.of(
                    "is a group with a path, whose answer is an object, and tasks only take single values; remove its"
                            + " path");
        }
        return Stream.ofNullable(NOT_SINGLE.get(type));
    }

    /** The label that analysts see in Modeler, with the key; a list or group of fields has a path in place of a key. */
    private static String name(JsonNode component) {
        String key = component.path("key").asText(component.path("path").asText());
        String label = component.path("label").asText().strip();
        return label.isEmpty() ? key : label + " (" + key + ")";
    }
}
