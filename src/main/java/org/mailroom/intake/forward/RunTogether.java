package org.mailroom.intake.forward;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.intake.words.Label;

/**
 * Header fields that lost their line ends, as Yahoo's do in plain text: {@code From: Jane <jane@example.org>To: ...Sent:
 * ...Subject: ...}. Only where three of them stand in one line, the author's among them.
 */
final class RunTogether {

    private static final int LONGEST_LABEL = 24;
    private static final int LONGEST_LINE = 2_000;
    private static final int FEWEST = 3;
    private static final int MOST_COLONS = 40;

    private RunTogether() {}

    static List<String> apart(String line) {
        if (line.length() > LONGEST_LINE || colons(line) < FEWEST) {
            return List.of(line);
        }
        List<Integer> starts = starts(line);
        if (starts.isEmpty()) {
            return List.of(line);
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int start : starts) {
            parts.add(line.substring(from, start));
            from = start;
        }
        parts.add(line.substring(from));
        return parts.stream().filter(part -> !part.isBlank()).toList();
    }

    private static long colons(String line) {
        return line.chars().filter(letter -> Line.isColon((char) letter)).count();
    }

    private static List<Integer> starts(String line) {
        List<Integer> starts = new ArrayList<>();
        Set<Label> found = EnumSet.noneOf(Label.class);
        int from = 0;
        int colons = 0;
        for (int at = 0; at < line.length() && colons < MOST_COLONS; at++) {
            if (Line.isColon(line.charAt(at))) {
                colons++;
                int start = labelStart(line, from, at);
                Optional<Label> label = start < 0 ? Optional.empty() : Label.of(line.substring(start, at));
                if (label.isPresent() && found.add(label.get())) {
                    starts.add(start);
                }
                from = at + 1;
            }
        }
        return found.size() >= FEWEST && found.contains(Label.FROM) ? starts : List.of();
    }

    /** Where the longest label before the colon begins; -1 where none does. */
    private static int labelStart(String line, int from, int colon) {
        for (int at = Math.max(from, colon - LONGEST_LABEL); at < colon; at++) {
            if (mayBegin(line, at) && Label.of(line.substring(at, colon)).isPresent()) {
                return at;
            }
        }
        return -1;
    }

    private static boolean mayBegin(String line, int at) {
        char letter = line.charAt(at);
        return Character.isLetter(letter)
                && (at == 0 || !Character.isLetter(line.charAt(at - 1)) || Character.isUpperCase(letter));
    }
}
