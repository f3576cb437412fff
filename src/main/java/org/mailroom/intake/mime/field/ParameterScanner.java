package org.mailroom.intake.mime.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells the parameters of a field apart (RFC 2045, 5.1) as they are written: values with blanks and without quotation
 * marks, quotation marks within quotation marks, backslashes of paths, forgotten semicolons, comments.
 */
final class ParameterScanner {

    private static final int LONGEST_NAME = 60;
    private static final Set<String> FREE_TEXT = Set.of("name", "filename");
    private static final Set<String> COMMON = Set.of(
            "boundary",
            "charset",
            "delsp",
            "filename",
            "format",
            "method",
            "name",
            "protocol",
            "report-type",
            "size",
            "type");

    /**
     * A parameter as it is written.
     *
     * @param name in lower case
     * @param value without quotation marks
     */
    record Parameter(String name, String value) {}

    private final String field;
    private int at;

    ParameterScanner(String field, int start) {
        this.field = field;
        this.at = start;
    }

    List<Parameter> all() {
        List<Parameter> found = new ArrayList<>();
        while (at < field.length()) {
            int end = nameEnd(at);
            int equals = afterBlanks(end);
            if (end == at || equals >= field.length() || field.charAt(equals) != '=') {
                at = Math.max(end, at + 1);
                continue;
            }
            String name = field.substring(at, end).toLowerCase(Locale.ROOT);
            at = afterBlanks(equals + 1);
            found.add(new Parameter(name, value(name)));
        }
        return found;
    }

    private String value(String name) {
        int close = at < field.length() && field.charAt(at) == '"' ? closingQuote(at + 1) : -1;
        if (close >= 0) {
            String quoted = field.substring(at + 1, close);
            at = close + 1;
            return unescaped(quoted);
        }
        int start = at;
        at = bareEnd(start);
        String bare = field.substring(start, at).strip();
        String open = bare.startsWith("\"") ? bare.substring(1) : bare;
        return FREE_TEXT.contains(name.split("\\*", 2)[0]) ? open : open.split("[\\s(]", 2)[0];
    }

    /** The first quotation mark with nothing but the end or the next parameter behind it; others belong to the value. */
    private int closingQuote(int start) {
        int last = -1;
        for (int index = start; index < field.length(); index++) {
            char letter = field.charAt(index);
            if (letter == '\\' && index + 1 < field.length() && isEscapable(field.charAt(index + 1))) {
                index++;
            } else if (letter == '"') {
                last = index;
                int behind = afterBlanks(index + 1);
                if (behind == field.length() || ";,(".indexOf(field.charAt(behind)) >= 0 || isCommonName(behind)) {
                    return index;
                }
            }
        }
        return last;
    }

    private int bareEnd(int start) {
        for (int index = start; index < field.length(); index++) {
            if (field.charAt(index) == ';' || (index > start && isBlank(index - 1) && isCommonName(index))) {
                return index;
            }
        }
        return field.length();
    }

    private boolean isCommonName(int start) {
        int end = nameEnd(start);
        int equals = afterBlanks(end);
        return equals < field.length()
                && field.charAt(equals) == '='
                && COMMON.contains(
                        field.substring(start, end).toLowerCase(Locale.ROOT).split("\\*", 2)[0]);
    }

    private int nameEnd(int start) {
        int most = Math.min(field.length(), start + LONGEST_NAME);
        int end = start;
        while (end < most && !isBlank(end) && "=;,\"()".indexOf(field.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private int afterBlanks(int start) {
        int end = start;
        while (end < field.length() && isBlank(end)) {
            end++;
        }
        return end;
    }

    private boolean isBlank(int index) {
        return field.charAt(index) <= ' ';
    }

    /** A backslash before anything else is one: programs of Windows write paths. */
    private static boolean isEscapable(char letter) {
        return letter == '"' || letter == '\\';
    }

    private static String unescaped(String quoted) {
        StringBuilder value = new StringBuilder(quoted.length());
        for (int index = 0; index < quoted.length(); index++) {
            boolean escapes = quoted.charAt(index) == '\\'
                    && index + 1 < quoted.length()
                    && isEscapable(quoted.charAt(index + 1));
            value.append(quoted.charAt(escapes ? ++index : index));
        }
        return value.toString();
    }
}
