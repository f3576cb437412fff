package org.mailroom.engine.door;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;

/**
 * Lets only plain values in: text, numbers, true and false, dates, and no value. The engine makes an object of any class on
 * the class path from a value of type Object, and whoever sends it chooses the class. Files, bytes, JSON and XML are
 * refused too: no form of ours asks for one, and the engine would keep them with every case.
 *
 * <p>Looks at the whole body and not only at the places of today's interface where a variable may be, so a variable inside
 * a query, a filter or a batch is seen as well.
 */
class PlainValues {

    /** The longest text that fits into a variable. */
    static final int LONGEST = 4000;

    private static final Set<String> PLAIN =
            Set.of("string", "boolean", "short", "integer", "long", "double", "number", "date", "null");
    private static final Set<String> NOT_PLAIN = Set.of("object", "file", "bytes", "json", "xml");
    private static final Set<String> ABOUT_CLASSES = Set.of("objectTypeName", "serializationDataFormat");
    private static final Set<String> BY_NAME = Set.of("variables", "modifications");

    void check(JsonNode body) {
        if (body.isTextual()) {
            checkText(body.textValue());
        } else if (body.isObject()) {
            checkObject(body);
        } else {
            body.forEach(this::check);
        }
    }

    private void checkObject(JsonNode object) {
        for (Iterator<Map.Entry<String, JsonNode>> fields = object.fields(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            checkText(field.getKey());
            checkField(field.getKey(), field.getValue());
            check(field.getValue());
        }
        JsonNode value = object.get("value");
        if (value != null) {
            checkVariable(object.path("type"), value);
        }
    }

    private static void checkField(String name, JsonNode value) {
        boolean empty = value.isNull() || value.isObject() && value.isEmpty();
        if (name.equals("type") && value.isTextual() && NOT_PLAIN.contains(lower(value))) {
            throw refused(value.textValue());
        }
        if (!empty && (name.equals("valueInfo") || ABOUT_CLASSES.contains(name))) {
            throw new Refused(HttpStatus.BAD_REQUEST, "door.value-info", name);
        }
        if (BY_NAME.contains(name) && value.isObject()) {
            value.forEach(PlainValues::checkNamed);
        }
    }

    private static void checkNamed(JsonNode variable) {
        if (!variable.isObject()) {
            throw new Refused(HttpStatus.BAD_REQUEST, "door.value-missing");
        }
    }

    private static void checkVariable(JsonNode type, JsonNode value) {
        if (value.isContainerNode()) {
            throw new Refused(HttpStatus.BAD_REQUEST, "door.value-nested");
        }
        if (type.isTextual() && !PLAIN.contains(lower(type))) {
            throw new Refused(HttpStatus.BAD_REQUEST, "door.value-type-unknown");
        }
        if (value.isTextual() && value.textValue().length() > LONGEST) {
            throw new Refused(HttpStatus.BAD_REQUEST, "door.value-long", LONGEST);
        }
    }

    private static void checkText(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new Refused(HttpStatus.BAD_REQUEST, "door.nul");
        }
    }

    private static Refused refused(String type) {
        return new Refused(HttpStatus.BAD_REQUEST, "door.value-type", type);
    }

    private static String lower(JsonNode text) {
        return text.textValue().toLowerCase(Locale.ROOT);
    }
}
