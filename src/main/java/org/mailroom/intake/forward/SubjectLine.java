package org.mailroom.intake.forward;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.mailroom.intake.words.FoldedText;
import org.mailroom.intake.words.WordTable;

/**
 * A subject without what mail programs put before it when they answer or forward, the base subject of RFC 5256, 2.1, in
 * their languages: {@code Re[5]: AW: Fwd: printer} is about {@code printer}.
 *
 * @param opening what its outermost prefix says
 * @param base the subject without prefixes; words in square brackets before them, such as a list's name, stay
 */
public record SubjectLine(Opening opening, String base) {

    /** What the first word of a subject says of the mail. */
    public enum Opening {
        NONE,
        REPLY,
        FORWARD,
        /** Answer in one language, forward in another. */
        UNCLEAR
    }

    private static final int LONGEST_PREFIX = 30;
    private static final int LONGEST_TAG = 60;
    private static final int MOST_PREFIXES = 50;
    private static final String TRAILER = "(fwd)";
    private static final Map<String, Opening> PREFIXES = prefixes();

    public static SubjectLine of(String subject) {
        String rest = subject.strip();
        String tags = "";
        Opening outermost = Opening.NONE;
        for (int count = 0; count < MOST_PREFIXES; count++) {
            int tag = tagEnd(rest);
            String behind = rest.substring(tag).strip();
            int end = prefixEnd(behind);
            if (end == 0) {
                String inside = unwrapped(rest);
                if (inside.equals(rest)) {
                    break;
                }
                rest = inside;
                continue;
            }
            outermost = outermost == Opening.NONE ? opening(behind.substring(0, end)) : outermost;
            tags += rest.substring(0, tag);
            rest = behind.substring(end).strip();
        }
        if (rest.toLowerCase(Locale.ROOT).endsWith(TRAILER)) {
            outermost = outermost == Opening.NONE ? Opening.FORWARD : outermost;
            rest = rest.substring(0, rest.length() - TRAILER.length()).strip();
        }
        return new SubjectLine(outermost, (tags + " " + rest).strip());
    }

    /** Whether two subjects are about the same, case and accents aside. */
    public boolean isSameAs(SubjectLine other) {
        return FoldedText.of(base).equals(FoldedText.of(other.base));
    }

    /** "[Fwd: printer]", as Netscape and its heirs write it. */
    private static String unwrapped(String subject) {
        boolean wrapped = subject.startsWith("[") && subject.endsWith("]");
        String inside = wrapped ? subject.substring(1, subject.length() - 1).strip() : "";
        return prefixEnd(inside) > 0 ? inside : subject;
    }

    private static int tagEnd(String subject) {
        int close = subject.startsWith("[") ? subject.indexOf(']') : -1;
        return close < LONGEST_TAG ? close + 1 : 0;
    }

    /** Where the prefix ends that this begins with, the colon in it; 0 where it begins with none. */
    private static int prefixEnd(String subject) {
        int end = Math.min(subject.length(), LONGEST_PREFIX);
        for (int at = 0; at < end; at++) {
            if (Line.isColon(subject.charAt(at))) {
                return PREFIXES.containsKey(word(subject.substring(0, at))) ? at + 1 : 0;
            }
        }
        return 0;
    }

    private static Opening opening(String prefix) {
        return PREFIXES.getOrDefault(word(prefix.substring(0, prefix.length() - 1)), Opening.NONE);
    }

    /** Without the counter: "Re[5]", "Re(2)", "AW^3", "SV2", "RE*2". */
    private static String word(String prefix) {
        int end = prefix.length();
        while (end > 0 && "[](){}^*#. 0123456789²³".indexOf(prefix.charAt(end - 1)) >= 0) {
            end--;
        }
        return FoldedText.of(prefix.substring(0, end));
    }

    private static Map<String, Opening> prefixes() {
        Map<String, Opening> prefixes = new HashMap<>();
        WordTable.read("forwards").folded("unclear-prefix").forEach(word -> prefixes.put(word, Opening.UNCLEAR));
        WordTable.read("forwards").folded("reply-prefix").forEach(word -> prefixes.putIfAbsent(word, Opening.REPLY));
        WordTable.read("forwards")
                .folded("forward-prefix")
                .forEach(word -> prefixes.putIfAbsent(word, Opening.FORWARD));
        return prefixes;
    }
}
