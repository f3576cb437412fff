package org.mailroom.intake.forward;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mailroom.intake.words.FoldedText;
import org.mailroom.intake.words.WordTable;

/** What a line says that divides a mail from one in it. */
enum Separator {
    /** Nothing: it is no such line. */
    NONE,
    /** A mere rule, as Outlook on the web draws it. */
    RULE,
    /** "Original message", with which some programs begin answers and forwards alike. */
    ORIGINAL,
    /** "Forwarded message". */
    FORWARDED,
    /** "End of forwarded message". */
    END;

    private static final int LONGEST = 200;
    private static final int LONGEST_SENTENCE = 70;
    private static final String RULES = "-_=~‐‑—–―─━═";
    private static final String MARKS = "-_=~*#‐‑—–―─━═·•+<>[]| ";
    private static final List<String> FORWARDS = WordTable.read("forwards").folded("forwarded");
    private static final List<String> ORIGINALS = WordTable.read("forwards").folded("original");
    private static final Set<String> ENDS =
            new HashSet<>(WordTable.read("forwards").folded("end"));

    static Separator of(Line line) {
        String words = line.words();
        if (words.isEmpty() || words.length() > LONGEST) {
            return NONE;
        }
        int start = edge(words);
        if (start == words.length()) {
            return start >= 5 ? RULE : NONE;
        }
        boolean ruled = isRuled(line);
        boolean sentence = words.length() <= LONGEST_SENTENCE && Line.isColon(lastMark(words));
        return ruled || sentence ? of(FoldedText.of(words.substring(start)), ruled) : NONE;
    }

    /** Whether the line begins with a rule, so that it is no sentence of somebody's own. */
    static boolean isRuled(Line line) {
        String words = line.words();
        return words.length() > 2 && RULES.indexOf(words.charAt(0)) >= 0 && MARKS.indexOf(words.charAt(1)) >= 0;
    }

    private static Separator of(String words, boolean ruled) {
        if (FORWARDS.stream().anyMatch(words::contains)) {
            return ruled && ENDS.contains(words.split(" ", 2)[0]) ? END : FORWARDED;
        }
        return ruled && ORIGINALS.stream().anyMatch(words::contains) ? ORIGINAL : NONE;
    }

    private static int edge(String words) {
        int at = 0;
        while (at < words.length() && MARKS.indexOf(words.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static char lastMark(String words) {
        int at = words.length() - 1;
        while (at > 0 && MARKS.indexOf(words.charAt(at)) >= 0) {
            at--;
        }
        return words.charAt(at);
    }
}
