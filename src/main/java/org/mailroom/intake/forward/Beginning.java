package org.mailroom.intake.forward;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailroom.intake.words.FoldedText;
import org.mailroom.intake.words.Label;

/**
 * Where a mail begins inside the text of another.
 *
 * @param separator what the line above it says; {@link Separator#NONE} where there is no such line
 * @param start the first line that belongs to it, its separator's where there is one
 * @param end the first line of what its author wrote
 * @param header its fields; none where one line names author and date
 * @param from its author; null where he is not named
 * @param date as it is written, empty where it is not
 */
record Beginning(
        Separator separator, int start, int end, HeaderBlock header, @Nullable Correspondent from, String date) {

    private static final int MOST_LINES_TO_ITS_END = 20_000;

    List<Correspondent> people(Label label) {
        return header.people(label);
    }

    /** How deep the quotation is that it begins in. */
    int depth(Lines lines) {
        return lines.get(start).depth();
    }

    boolean isFirst(Lines lines) {
        return lines.nextWords(0) == start;
    }

    /** Whether its header has what every mail program writes, so that it is nobody's own list. */
    boolean hasFullHeader() {
        return header.isMail(3) && header.has(Label.DATE);
    }

    /** Whether its author stands behind "Fra" or "skrev", in Danish or Norwegian. */
    boolean isDanishOrNorwegian(Lines lines) {
        for (int at = start; at < end; at++) {
            String words = FoldedText.of(lines.get(at).words().replace("*", ""));
            if (words.startsWith("fra") || words.contains(" skrev ")) {
                return true;
            }
        }
        return false;
    }

    String above(Lines lines) {
        return lines.text(0, start, 0);
    }

    String original(Lines lines) {
        int from = lines.nextWords(end);
        if (from < lines.count()
                && Separator.of(lines.get(from)) != Separator.NONE
                && separator == Separator.FORWARDED) {
            from++;
        }
        return lines.text(
                from, stop(lines, from), lines.get(Math.max(start, end - 1)).depth());
    }

    private int stop(Lines lines, int from) {
        int farthest = Math.min(lines.count(), from + MOST_LINES_TO_ITS_END);
        for (int at = from; separator == Separator.FORWARDED && at < farthest; at++) {
            if (Separator.of(lines.get(at)) == Separator.END) {
                return at;
            }
        }
        return lines.count();
    }

    String evidence() {
        String fields = header.fields().keySet().stream()
                .filter(label -> label != Label.OTHER)
                .map(Label::title)
                .collect(Collectors.joining(", "));
        String named = fields.isEmpty() ? "a line that names its author" : "its header fields (" + fields + ")";
        return separator == Separator.FORWARDED
                ? "A line of its text says that a forwarded mail follows"
                        + (from == null ? "." : ", and " + named + ".")
                : "Its text holds a mail with " + named + ", and it is no answer.";
    }
}
