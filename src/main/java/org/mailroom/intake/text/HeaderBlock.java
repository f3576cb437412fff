package org.mailroom.intake.text;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailroom.intake.words.Label;

/**
 * The header of an old mail, copied into the text: "From: … Sent: … To: … Subject: …" in any order and language. A journey
 * has "From" and "To" as well, so a subject, an address, a rule above or bold labels have to speak for a mail.
 */
final class HeaderBlock {

    private static final int MOST_LINES = 15;
    private static final int MOST_VALUE_LINES = 3;
    private static final Pattern LABELLED =
            Pattern.compile("(?<bold>[*_|]*) ?(?<label>[^:：*]{1,40}?) ?[*_]* ?[:：՝] ?[*_]*(?: .*|\\S.*)?");
    private static final Pattern RULE = Pattern.compile("[\\p{Pd}_=*]{3,}.*");

    private final Set<Label> labels = EnumSet.noneOf(Label.class);
    private boolean speaks;
    private int end;

    /** The line after the header that begins here; -1 where none does. */
    static int endAt(Lines lines, int at) {
        if (label(lines.shown(at)) == null) {
            return -1;
        }
        HeaderBlock block = new HeaderBlock();
        boolean ruled = isRuled(lines, at);
        block.speaks = ruled;
        block.read(lines, at);
        boolean whole = block.labels.contains(Label.FROM) && block.speaks && block.labels.size() >= (ruled ? 2 : 3);
        return whole ? block.end : -1;
    }

    static boolean isLabelled(String line) {
        return label(line) != null;
    }

    private void read(Lines lines, int from) {
        int values = 0;
        for (int at = from; at < lines.size() && at < from + MOST_LINES && values < MOST_VALUE_LINES; at++) {
            String line = lines.shown(at);
            Label label = label(line);
            if (label != null) {
                labels.add(label);
                speaks = speaks || label == Label.SUBJECT || line.startsWith("*");
                values = 0;
                end = at + 1;
            } else if (!lines.isBlank(at)) {
                values++;
            } else if (!isLabelled(lines.shown(Math.min(lines.written(at), lines.size() - 1)))) {
                return;
            }
            speaks = speaks || line.indexOf('@') > 0;
        }
    }

    private static boolean isRuled(Lines lines, int at) {
        return at > 0 && RULE.matcher(lines.shown(at - 1)).matches()
                || at > 1
                        && lines.isBlank(at - 1)
                        && RULE.matcher(lines.shown(at - 2)).matches();
    }

    private static @Nullable Label label(String line) {
        Matcher labelled = LABELLED.matcher(line.length() > 200 ? line.substring(0, 200) : line);
        return labelled.matches()
                ? Label.of(labelled.group("label"))
                        .filter(label -> label != Label.OTHER)
                        .orElse(null)
                : null;
    }
}
