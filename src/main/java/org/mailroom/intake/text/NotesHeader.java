package org.mailroom.intake.text;

import java.util.Optional;
import java.util.regex.Pattern;
import org.mailroom.intake.words.Label;

/**
 * The header of an old mail as old Notes writes it: the author's name, below it nothing but date and time, then the other
 * fields with labels that have no colon. None of them says much; all of them together are nothing else.
 */
final class NotesHeader {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_LINES = 14;
    private static final Pattern DATE_AND_TIME = Pattern.compile(
            "\\p{Nd}{1,4}[./-]\\p{Nd}{1,2}[./-]\\p{Nd}{2,4},? \\p{Nd}{1,2}[:.]\\p{Nd}{2}(?:[:.]\\p{Nd}{2})?(?: ?[\\p{L}.]{2,4}){0,2}");

    private NotesHeader() {}

    /** The start and end of the header whose date stands in this line. */
    static Optional<OldMail> around(Lines lines, int date) {
        if (!DATE_AND_TIME.matcher(lines.shown(date)).matches()) {
            return Optional.empty();
        }
        int name = lines.isBlank(Math.max(0, date - 1)) ? date - 2 : date - 1;
        int subject = labelled(lines, date + 1, Label.SUBJECT);
        boolean whole = subject > 0 && labelled(lines, date + 1, Label.TO) > 0;
        return whole && isName(lines, name) ? Optional.of(new OldMail(name, subject + 1)) : Optional.empty();
    }

    private static boolean isName(Lines lines, int at) {
        return at >= 0
                && !lines.isBlank(at)
                && !lines.isQuoted(at)
                && lines.shown(at).length() <= LONGEST_NAME;
    }

    /** The line that begins with the label; 0 where none does. */
    private static int labelled(Lines lines, int from, Label wanted) {
        for (int at = from; at < Math.min(lines.size(), from + MOST_LINES); at++) {
            Optional<Label> label = Label.of(lines.shown(at).split(" ", 2)[0]);
            if (label.filter(wanted::equals).isPresent()) {
                return at;
            }
        }
        return 0;
    }
}
