package org.mailroom.intake.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.intake.forward.Correspondent;
import org.mailroom.intake.forward.Correspondents;
import org.mailroom.intake.text.CleanText;

/**
 * Reads the fields of a form from a text. A value runs to the next label that the profile knows or to a delimiter, so a
 * message may have many lines. A label that is there twice counts once: what stands inside the message is the customer's.
 */
final class FormReader {

    private static final int LONGEST_LINE = 500;

    private final FormLabels labels;

    FormReader(FormProfile profile) {
        this.labels = FormLabels.of(profile);
    }

    FormFields read(String text) {
        List<FormLine> lines = text.lines().map(labels::line).toList();
        List<Integer> starts = starts(lines);
        Map<String, String> values = new LinkedHashMap<>();
        int known = 0;
        for (int index = 0; index < starts.size(); index++) {
            int start = starts.get(index);
            int end = index + 1 < starts.size() ? starts.get(index + 1) : lines.size();
            String value = value(lines, start, end);
            known += lines.get(start).isKnown() && !value.isEmpty() ? 1 : 0;
            put(values, lines.get(start).fields(), value);
        }
        return new FormFields(withWholeName(values), known);
    }

    /** The lines with which a field begins. */
    private static List<Integer> starts(List<FormLine> lines) {
        List<Integer> starts = new ArrayList<>(knownStarts(lines));
        int message = starts.stream()
                .filter(at -> lines.get(at).isMessage())
                .findFirst()
                .orElse(lines.size());
        Set<Integer> known = new HashSet<>(starts);
        boolean begun = false;
        boolean inMessage = false;
        for (int at = 0; at < lines.size(); at++) {
            begun |= known.contains(at);
            inMessage = known.contains(at)
                    ? at == message
                    : inMessage && !lines.get(at).isDelimiter();
            if (begun && !inMessage && !known.contains(at) && lines.get(at).isOwnLabel()) {
                starts.add(at);
            }
        }
        return starts.stream().sorted().toList();
    }

    /** Of a field that is there twice the first counts where it stands before the message, else the last. */
    private static List<Integer> knownStarts(List<FormLine> lines) {
        Map<List<String>, Integer> first = new LinkedHashMap<>();
        Map<List<String>, Integer> last = new LinkedHashMap<>();
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).isKnown()) {
                first.putIfAbsent(lines.get(at).fields(), at);
                last.put(lines.get(at).fields(), at);
            }
        }
        int message = first.getOrDefault(List.of("message"), lines.size());
        return first.values().stream()
                .map(at -> at <= message ? at : last.getOrDefault(lines.get(at).fields(), at))
                .toList();
    }

    private static String value(List<FormLine> lines, int start, int end) {
        boolean many = lines.get(start).isMessage();
        StringBuilder value = new StringBuilder(lines.get(start).value());
        boolean empty = value.isEmpty();
        for (int at = start + 1; at < end; at++) {
            FormLine line = lines.get(at);
            if (!empty && (line.isDelimiter() || !many)) {
                break;
            }
            if (!line.isDelimiter()) {
                value.append('\n').append(line.text());
                empty = empty && line.text().isBlank();
            }
        }
        return many ? value.toString().strip() : CleanText.line(value.toString(), LONGEST_LINE);
    }

    /** One label may be for two fields: "From: Jane <jane@example.org>". */
    private static void put(Map<String, String> values, List<String> fields, String value) {
        for (String field : fields) {
            String part =
                    switch (field) {
                        case "email" -> address(value);
                        case "phone" -> value.chars().anyMatch(Character::isDigit) ? value : "";
                        case "name" -> fields.contains("email") ? name(value) : value;
                        default -> value;
                    };
            if (!part.isEmpty()) {
                values.putIfAbsent(field, part);
            }
        }
    }

    private static String address(String value) {
        return Correspondents.in(value).stream()
                .map(Correspondent::address)
                .filter(address -> !address.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String name(String value) {
        return Correspondents.in(value).stream()
                .map(Correspondent::name)
                .findFirst()
                .orElse("");
    }

    /** A form may ask for the parts of a name; then the field for the name has the rest of it or nothing. */
    private static Map<String, String> withWholeName(Map<String, String> values) {
        String whole = Stream.of("first name", "name", "last name")
                .map(field -> values.getOrDefault(field, ""))
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
        if (!whole.isEmpty()) {
            values.put("name", whole);
        }
        return values;
    }
}
