package org.mailroom.intake.forward;

import java.util.Optional;
import org.mailroom.intake.words.Label;

/**
 * A line of a mail's text.
 *
 * @param depth how many marks of quotation stand before it
 * @param words without these marks, without what cannot be seen, each white space one space
 * @param label the header field that it begins with; empty where it begins with none
 * @param value what follows the label; the words where there is no label
 */
record Line(int depth, String words, Optional<Label> label, String value) {

    private static final int LONGEST_LABEL = 45;
    private static final int LONGEST = 4_000;

    static Line of(String raw) {
        String clean = clean(raw);
        int start = 0;
        int depth = 0;
        while (start < clean.length() && (clean.charAt(start) == '>' || clean.charAt(start) == ' ')) {
            depth += clean.charAt(start++) == '>' ? 1 : 0;
        }
        String words = clean.substring(start).strip();
        int colon = colon(words);
        Optional<Label> label = colon < 0 ? Optional.empty() : Label.of(plain(words.substring(0, colon)));
        return new Line(depth, words, label, label.isPresent() ? value(words, colon) : words);
    }

    boolean isBlank() {
        return words.isEmpty();
    }

    /** The line without so many marks of quotation. */
    static String unquoted(String raw, int marks) {
        int at = 0;
        int left = marks;
        while (left > 0 && at < raw.length() && (raw.charAt(at) == '>' || isSpace(raw.charAt(at)))) {
            left -= raw.charAt(at++) == '>' ? 1 : 0;
        }
        return marks > 0 && at < raw.length() && raw.charAt(at) == ' ' ? raw.substring(at + 1) : raw.substring(at);
    }

    /** Where the colon of a label stands, the wide one and the Armenian one too; -1 where there is none. */
    private static int colon(String words) {
        int end = Math.min(words.length(), LONGEST_LABEL);
        for (int at = 0; at < end; at++) {
            if (isColon(words.charAt(at))) {
                return at;
            }
        }
        return -1;
    }

    static boolean isColon(char letter) {
        return letter == ':' || letter == '：' || letter == '︰' || letter == '﹕' || letter == '՝';
    }

    private static String value(String words, int colon) {
        String value = plain(words.substring(colon + 1));
        return value.isEmpty() || !isColon(value.charAt(0)) ? value : plain(value.substring(1));
    }

    /** Without the marks of bold type in plain text. */
    private static String plain(String words) {
        int start = 0;
        int end = words.length();
        while (start < end && isMark(words.charAt(start))) {
            start++;
        }
        while (end > start && isMark(words.charAt(end - 1))) {
            end--;
        }
        return words.substring(start, end);
    }

    private static boolean isMark(char letter) {
        return letter == '*' || letter == '_' || letter == ' ' || letter == '|' || letter == '•';
    }

    private static String clean(String raw) {
        StringBuilder clean = new StringBuilder(Math.min(raw.length(), LONGEST));
        for (int at = 0; at < raw.length() && clean.length() < LONGEST; at++) {
            char letter = raw.charAt(at);
            if (isSpace(letter)) {
                if (clean.length() > 0 && clean.charAt(clean.length() - 1) != ' ') {
                    clean.append(' ');
                }
            } else if (Character.getType(letter) != Character.FORMAT) {
                clean.append(letter);
            }
        }
        return clean.toString();
    }

    private static boolean isSpace(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }
}
