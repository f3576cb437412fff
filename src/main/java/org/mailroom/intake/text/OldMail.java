package org.mailroom.intake.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where an old mail starts in a text.
 *
 * @param at the first line that a mail program put above it
 * @param end the line after the last of these
 */
record OldMail(int at, int end) {

    private static final int MOST_LINES_ABOVE_QUOTATION = 6;

    /** No mail of a person has more lines that look like a start; each has to be looked at from near. */
    private static final int MOST_LOOKS = 2_000;

    /** All that start in the text, in their order. What is quoted by line is not looked into. */
    static List<OldMail> in(Lines lines) {
        List<OldMail> starts = new ArrayList<>();
        int looks = 0;
        for (int at = 0; at < lines.size() && looks < MOST_LOOKS; at++) {
            if (!lines.isBlank(at) && !lines.isQuoted(at) && mayStart(lines, at)) {
                looks++;
                add(starts, lines, at);
            }
        }
        starts.sort(Comparator.comparingInt(OldMail::at));
        return starts;
    }

    /** A colon, a dash or quoted lines below: one of them has every start. */
    private static boolean mayStart(Lines lines, int at) {
        String line = lines.shown(at);
        return line.indexOf(':') >= 0
                || line.codePoints().anyMatch(each -> each == '：' || each == '՝' || each == '។' || each == '៖')
                || (!line.isEmpty() && "-‐‑—–―_=*#~+>\uFDD0".indexOf(line.charAt(0)) >= 0)
                || line.endsWith(">>>")
                || lines.isQuotedFrom(at + 1);
    }

    private static void add(List<OldMail> starts, Lines lines, int at) {
        int header = HeaderBlock.endAt(lines, at);
        if (header > 0) {
            starts.add(new OldMail(Separator.isBare(lines, at - 1) ? at - 1 : at, header));
            return;
        }
        if (Separator.isAt(lines, at)) {
            starts.add(new OldMail(at, endOfSeparator(lines, at)));
            return;
        }
        int first = Attribution.startOf(lines, at);
        if (first >= 0) {
            starts.add(new OldMail(first, at + 1));
            return;
        }
        NotesHeader.around(lines, at).ifPresent(starts::add);
    }

    /** What the HTML names as the start of an old mail may be an attribution in several lines, in whatever language. */
    private static int endOfSeparator(Lines lines, int at) {
        int next = at + 1;
        for (int more = 0; more < MOST_LINES_ABOVE_QUOTATION && isMarked(lines, at); more++) {
            if (lines.isQuotedFrom(next)) {
                return lines.written(next);
            }
            next = lines.written(next) + 1;
        }
        int header = lines.written(at + 1) < lines.size() ? HeaderBlock.endAt(lines, lines.written(at + 1)) : -1;
        return Math.max(at + 1, header);
    }

    private static boolean isMarked(Lines lines, int at) {
        return lines.get(at).strip().startsWith(Lines.OLD);
    }

    /** Whether its text is quoted line by line, so that words between and below it are the sender's. */
    boolean isQuoted(Lines lines) {
        return lines.isQuotedFrom(end);
    }
}
