package org.mailroom.intake.mime;

import java.util.regex.Pattern;

/** Text with a few commands in angle brackets (RFC 1896), without them. */
final class EnrichedText {

    private static final Pattern PARAMETER = Pattern.compile("(?i)<param>[^<]{0,1000}</param>");
    private static final Pattern COMMAND = Pattern.compile("</?[A-Za-z][A-Za-z0-9-]{0,60}>");

    private EnrichedText() {}

    /** A single line end is a blank, of several one less is meant. */
    static String plain(String enriched) {
        String words = PARAMETER.matcher(enriched.replace("\r\n", "\n")).replaceAll("");
        String bare = COMMAND.matcher(words).replaceAll("").replace("<<", "<");
        return bare.replaceAll("(?<!\\n)\\n(?!\\n)", " ").replaceAll("\\n(\\n+)", "$1");
    }
}
