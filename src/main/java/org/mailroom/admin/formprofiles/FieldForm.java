package org.mailroom.admin.formprofiles;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A field of a form as it was entered.
 *
 * @param labels a line for each language: {@code de: Name; Vor- und Nachname}
 */
record FieldForm(@Nullable String name, @Nullable String labels) {

    /** A longer one is not looked for. */
    static final int LONGEST_LABEL = 30;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} _./-]{0,39}");
    private static final Pattern LINE = Pattern.compile("([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?)\\s*:(.*)");

    static FieldForm of(String name, Map<String, List<String>> labels) {
        return new FieldForm(
                name,
                new TreeMap<>(labels)
                        .entrySet().stream()
                                .map(language -> language.getKey() + ": " + String.join("; ", language.getValue()))
                                .collect(joining("\n")));
    }

    static FieldForm empty(String name) {
        return new FieldForm(name, "");
    }

    void check(Errors errors) {
        if (isUsed() && !NAME.matcher(word()).matches()) {
            errors.rejectValue("name", "error.field-name");
        }
        if (lines().stream().anyMatch(line -> !LINE.matcher(line).matches())) {
            errors.rejectValue("labels", "error.labels");
        } else if (isUsed() && byLanguage().isEmpty()) {
            errors.rejectValue("labels", "error.labels-none");
        }
        byLanguage().values().stream()
                .flatMap(List::stream)
                .filter(label -> label.length() > LONGEST_LABEL)
                .findFirst()
                .ifPresent(label -> errors.rejectValue("labels", "error.label-long", new Object[] {label}, null));
    }

    /** Whether it is a field at all: an empty row is none, and one of Mailroom's own fields without labels is none. */
    boolean isUsed() {
        return !lines().isEmpty() || !word().isEmpty() && !ProfileForm.OWN_FIELDS.contains(word());
    }

    String word() {
        return Objects.requireNonNullElse(name, "").strip();
    }

    /** The labels of each language that has one, from the lines that can be read. */
    Map<String, List<String>> byLanguage() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        lines().stream().map(LINE::matcher).filter(line -> line.matches()).forEach(line -> {
            List<String> labels = split(line.group(2));
            if (!labels.isEmpty()) {
                all.computeIfAbsent(line.group(1), language -> new ArrayList<>())
                        .addAll(labels);
            }
        });
        return all;
    }

    private List<String> lines() {
        return EnteredLines.of(labels);
    }

    /** A label may have a comma: "Name, Vorname". */
    private static List<String> split(String labels) {
        Stream<String> each = Arrays.stream(labels.split(";")).map(String::strip);
        return each.filter(label -> !label.isEmpty()).distinct().toList();
    }
}
