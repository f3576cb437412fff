package org.mailroom.cases.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * A field of a form that somebody fills in.
 *
 * @param key the variable that its value becomes
 * @param label what people read beside it; the key if the form has no plain label for it
 * @param type as form-js names it: textfield, number, checkbox, radio and so on
 * @param spec the field as the form has it
 * @param conditions FEEL expressions, each of which hides it: its own and those of the groups around it
 */
public record Field(String key, String label, String type, JsonNode spec, List<String> conditions) {

    private static final Set<String> CHOICES = Set.of("radio", "select", "checklist", "taglist");
    private static final Set<String> LISTS = Set.of("checklist", "taglist");

    public Field {
        conditions = List.copyOf(conditions);
    }

    boolean isChoice() {
        return CHOICES.contains(type);
    }

    boolean isList() {
        return LISTS.contains(type);
    }

    boolean isRequired() {
        return rule("required").asBoolean();
    }

    /** A rule of the field such as {@code min}; a missing node if it has none. */
    JsonNode rule(String name) {
        return spec.path("validate").path(name);
    }
}
