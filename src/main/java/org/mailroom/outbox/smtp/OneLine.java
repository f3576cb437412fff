package org.mailroom.outbox.smtp;

import java.util.regex.Pattern;

/** Text that others wrote, made fit for a header field: one line without anything that could end or disguise it. */
public final class OneLine {

    /** Controls, line and paragraph separators, half characters, and marks that make text read backwards. */
    private static final Pattern UNFIT =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]+");

    private OneLine() {}

    /** @param longest in characters as people count them; what is longer is cut and ends in an ellipsis */
    public static String of(String text, int longest) {
        String line = UNFIT.matcher(text).replaceAll(" ").strip();
        if (line.codePointCount(0, line.length()) <= longest) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, longest - 1)).strip() + "…";
    }
}
