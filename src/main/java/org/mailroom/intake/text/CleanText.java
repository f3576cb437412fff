package org.mailroom.intake.text;

import java.util.function.IntPredicate;

/** Rids decoded text of the characters that break later steps: PostgreSQL takes no NUL, a subject has one line. */
public final class CleanText {

    private static final int REPLACEMENT = 0xFFFD;

    private CleanText() {}

    /** Text of several lines: ended by LF alone, no control characters but tab, no half surrogate pairs. */
    public static String block(String text) {
        return without(text.replace("\r\n", "\n").replace('\r', '\n'), CleanText::breaksBlock);
    }

    /** Text on one line: white space and control characters become one space, cut to at most {@code max} characters. */
    public static String line(String text, int max) {
        return cut(without(spaced(text), CleanText::turnsText).strip(), max);
    }

    /** The first {@code max} characters (UTF-16), one less where a surrogate pair would be torn. */
    public static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }

    private static String spaced(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (!isSpace(point)) {
                line.appendCodePoint(point);
            } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        });
        return line.toString();
    }

    private static String without(String text, IntPredicate unwanted) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> !unwanted.test(point))
                .map(point -> isHalf(point) ? REPLACEMENT : point)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isSpace(int point) {
        return Character.isISOControl(point) || Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    private static boolean breaksBlock(int point) {
        return Character.isISOControl(point) && point != '\n' && point != '\t';
    }

    /** The characters that turn the direction of what follows, with which "fdp.exe" is made to look like "exe.pdf". */
    private static boolean turnsText(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
