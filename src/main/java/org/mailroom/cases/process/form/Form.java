package org.mailroom.cases.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A form of a user task.
 *
 * @param schema the file, as form-js shows it
 * @param fields in the order of the form
 * @param plain whether each answer is a plain value; Tasklist alone can fill in other forms
 */
public record Form(String schema, List<Field> fields, boolean plain) {

    private static final Pattern EXPRESSION = Pattern.compile("\"=((?:[^\"\\\\]|\\\\.)*)\"|\\{\\{([^}]*)}}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

    public Form {
        fields = List.copyOf(fields);
    }

    /** The choices that the form itself writes down for a field, labels by value; empty if it has no such field. */
    public Map<String, String> choices(String key) {
        Map<String, String> choices = new LinkedHashMap<>();
        fields.stream().filter(field -> field.key().equals(key)).forEach(field -> {
            for (JsonNode option : field.spec().path("values")) {
                String value = option.path("value").asText();
                choices.put(value, option.path("label").asText(value));
            }
        });
        return choices;
    }

    public boolean has(String key) {
        return keys().contains(key);
    }

    /** The keys of all fields. */
    public Set<String> keys() {
        return fields.stream().map(Field::key).collect(Collectors.toSet());
    }

    /** The names of all variables that the form may want to know. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Field field : fields) {
            names.add(field.key());
            names.add(field.spec().path("valuesKey").asText());
        }
        for (MatchResult expression : EXPRESSION.matcher(schema).results().toList()) {
            NAME.matcher(expression.group()).results().map(MatchResult::group).forEach(names::add);
        }
        names.remove("");
        return names;
    }
}
