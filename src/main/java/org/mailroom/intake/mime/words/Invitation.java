package org.mailroom.intake.mime.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An event of a calendar (RFC 5545) in a few lines: what, when, where, who. */
public final class Invitation {

    private static final int MOST_LINES = 5_000;
    private static final int MOST_GUESTS = 20;
    private static final Pattern TIME = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(?:T(\\d\\d)(\\d\\d)\\d\\d(Z?))?");

    private final List<String> summary = new ArrayList<>();
    private final List<String> place = new ArrayList<>();
    private final List<String> description = new ArrayList<>();
    private final List<String> organizer = new ArrayList<>();
    private final List<String> guests = new ArrayList<>();
    private final List<String> begin = new ArrayList<>();
    private final List<String> end = new ArrayList<>();
    private String method = "";
    private @Nullable String component;

    private Invitation() {}

    /** Empty where the calendar has no event. */
    public static String of(String calendar) {
        Invitation invitation = new Invitation();
        String unfolded = calendar.replaceAll("\\r?\\n[ \\t]", "");
        unfolded.lines().limit(MOST_LINES).forEach(invitation::take);
        return invitation.text();
    }

    private void take(String line) {
        int colon = valueStart(line);
        if (colon < 0) {
            return;
        }
        String head = line.substring(0, colon);
        String name = head.split(";", 2)[0].toUpperCase(Locale.ROOT);
        String value = line.substring(colon + 1).strip();
        if (name.equals("METHOD")) {
            method = value.toUpperCase(Locale.ROOT);
        } else if (name.equals("BEGIN")) {
            component = value.toUpperCase(Locale.ROOT);
        } else if (name.equals("END")) {
            component = null;
        } else if (component != null && (component.equals("VEVENT") || component.equals("VTODO"))) {
            property(name, head, value);
        }
    }

    private void property(String name, String head, String value) {
        switch (name) {
            case "SUMMARY" -> summary.add(unescaped(value));
            case "LOCATION" -> place.add(unescaped(value));
            case "DESCRIPTION" -> description.add(unescaped(value));
            case "DTSTART" -> begin.add(time(value, parameter(head, "TZID")));
            case "DTEND", "DUE" -> end.add(time(value, parameter(head, "TZID")));
            case "ORGANIZER" -> organizer.add(person(head, value));
            case "ATTENDEE" -> guests.add(person(head, value));
            default -> {
                // of no interest to a reader
            }
        }
    }

    private String text() {
        if (summary.isEmpty() && begin.isEmpty()) {
            return "";
        }
        String what =
                switch (method) {
                    case "CANCEL" -> "Cancelled: ";
                    case "REPLY" -> "Answer to an invitation: ";
                    case "COUNTER" -> "Another time is proposed: ";
                    case "REQUEST" -> "Invitation: ";
                    default -> "Event: ";
                };
        List<String> lines = new ArrayList<>();
        lines.add(what + first(summary));
        add(lines, "When: ", Stream.concat(begin.stream().limit(1), end.stream().limit(1)), " – ");
        add(lines, "Where: ", place.stream().limit(1), "");
        add(
                lines,
                "Who: ",
                Stream.concat(organizer.stream().limit(1), guests.stream().limit(MOST_GUESTS))
                        .distinct(),
                ", ");
        if (!first(description).isBlank()) {
            lines.add("");
            lines.add(first(description));
        }
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, String label, Stream<String> values, String between) {
        String joined =
                String.join(between, values.filter(value -> !value.isBlank()).toList());
        if (!joined.isEmpty()) {
            lines.add(label + joined);
        }
    }

    private static String first(List<String> values) {
        return values.isEmpty() ? "" : values.get(0);
    }

    /** A colon within quotation marks belongs to a parameter. */
    private static int valueStart(String line) {
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            quoted ^= line.charAt(at) == '"';
            if (line.charAt(at) == ':' && !quoted) {
                return at;
            }
        }
        return -1;
    }

    private static String parameter(String head, String name) {
        String marked = ";" + name + "=";
        int start = head.toUpperCase(Locale.ROOT).indexOf(marked);
        return start < 0
                ? ""
                : head.substring(start + marked.length()).split(";", 2)[0].replace("\"", "");
    }

    private static String person(String head, String value) {
        String name = parameter(head, "CN");
        String address = value.regionMatches(true, 0, "mailto:", 0, 7) ? value.substring(7) : value;
        return name.isEmpty() || name.equals(address) ? address : name + " <" + address + ">";
    }

    private static String time(String value, String zone) {
        Matcher time = TIME.matcher(value);
        if (!time.matches()) {
            return value;
        }
        String date = time.group(1) + "-" + time.group(2) + "-" + time.group(3);
        if (time.group(4) == null) {
            return date;
        }
        String place = "Z".equals(time.group(6)) ? "UTC" : zone;
        return date + " " + time.group(4) + ":" + time.group(5) + (place.isEmpty() ? "" : " " + place);
    }

    private static String unescaped(String value) {
        return value.replace("\\n", "\n").replace("\\N", "\n").replaceAll("\\\\(.)", "$1");
    }
}
