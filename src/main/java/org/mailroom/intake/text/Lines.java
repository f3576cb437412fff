package org.mailroom.intake.text;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines of a text, as the rules look at them. */
final class Lines {

    /**
     * Stands before an old mail that the HTML names as such. It is no character (Unicode 23.7), so no
     * mail has it but to deceive.
     */
    static final String OLD = "\uFDD0";

    private static final Pattern UNSEEN =
            Pattern.compile("[\\u200B-\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2000-\\u200A\\u202F\\u3000]+");
    private static final int LONGEST = 600;

    private final List<String> lines;
    private final int[] written;
    private final @Nullable String[] shown;

    Lines(String text) {
        lines = text.lines().toList();
        written = new int[lines.size() + 1];
        shown = new String[lines.size()];
        written[lines.size()] = lines.size();
        for (int at = lines.size() - 1; at >= 0; at--) {
            written[at] = get(at).isBlank() ? written[at + 1] : at;
        }
    }

    int size() {
        return lines.size();
    }

    String get(int at) {
        return lines.get(at);
    }

    /** The line as it is read: without marks of direction, with one space for many. Of a very long one the beginning. */
    String shown(int at) {
        String known = shown[at];
        if (known == null) {
            known = asRead(lines.get(at));
            shown[at] = known;
        }
        return known;
    }

    private static String asRead(String whole) {
        String line = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
        if (isPlain(line)) {
            return line.strip();
        }
        String seen = SPACES.matcher(UNSEEN.matcher(line).replaceAll(""))
                .replaceAll(" ")
                .strip();
        return Normalizer.normalize(seen, Normalizer.Form.NFC);
    }

    boolean isBlank(int at) {
        return written[at] != at;
    }

    private static boolean isPlain(String line) {
        return line.chars().allMatch(each -> each >= ' ' && each <= '~') && !line.contains("  ");
    }

    /** The first line from here on that is not blank; {@link #size} where there is none. */
    int written(int from) {
        return written[Math.min(from, lines.size())];
    }

    boolean isQuoted(int at) {
        if (at < 0 || at >= lines.size()) {
            return false;
        }
        String line = lines.get(at).stripLeading();
        line = line.startsWith("\uFEFF") ? line.substring(1) : line;
        return (line.startsWith(">") || line.startsWith("\uFF1E"))
                && !line.endsWith(">>>")
                && !(line.startsWith(">From ") && isAlone(at));
    }

    /** Whether the next line that is not blank is quoted. */
    boolean isQuotedFrom(int from) {
        return isQuoted(written(from));
    }

    /** A tail of a quoted line that a mail program broke off. */
    boolean isBrokenOff(int at) {
        return isQuoted(at - 1)
                && isQuoted(at + 1)
                && get(at - 1).length() >= 60
                && get(at).length() <= 40
                && !get(at).isEmpty()
                && Character.isLowerCase(get(at).codePointAt(0))
                && !get(at - 1).matches(".*[.?!:]\\s*");
    }

    /** ">From " is what mail folders make of a line that begins with "From ". */
    private boolean isAlone(int at) {
        return (at == 0 || !lines.get(at - 1).startsWith(">"))
                && (at == lines.size() - 1 || !lines.get(at + 1).startsWith(">"));
    }
}
