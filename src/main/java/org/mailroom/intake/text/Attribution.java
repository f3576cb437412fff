package org.mailroom.intake.text;

import java.util.regex.Pattern;

/**
 * The line that says who wrote the old mail, and when: "On 3 March Jane wrote:". It may be broken over five lines. What
 * counts is first what it is made of, date, time, address and colon, then its words.
 */
final class Attribution {

    private static final int MOST_LINES = 5;
    private static final int LONGEST = 400;

    private static final Pattern TIME = Pattern.compile("\\p{Nd}{1,2} ?[:.hH時点點시时] ?\\p{Nd}{2}");
    private static final Pattern DATE =
            Pattern.compile("\\p{Nd}{4}|\\p{Nd}{1,4}[./-] ?\\p{Nd}{1,2}[./-] ?\\p{Nd}{1,4}|\\p{Nd}{1,2}[月월]");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]@[^\\s@]");
    private static final Pattern BRACKETED = Pattern.compile("[<(\\[＜][^<>()]{0,100}@[^<>()]{1,100}[>)\\]＞]");
    private static final Pattern BRACKETED_AT_END = Pattern.compile("<[^<>\\s]{1,100}@[^<>\\s]{1,100}>$");
    /** "1 Mar 2026, 10:15 by jane@example.org:", whatever the one word between. */
    private static final Pattern TIME_AND_ADDRESS = Pattern.compile(
            "\\p{Nd}{1,2}:\\p{Nd}{2}(?: [AaPp][Mm])?,? (?:\\p{L}{1,6} )?[^\\s@]{1,100}@[^\\s@]{1,100}:$");

    private static final Pattern DASHES = Pattern.compile("^[\\p{Pd}*_ ]+|[\\p{Pd}*_ ]+$");
    private static final Pattern SENTENCE_END = Pattern.compile(".*[!?:。！？]$");

    private final String line;

    private Attribution(String line) {
        this.line = DASHES.matcher(line).replaceAll("");
    }

    /** Where the attribution begins that ends with this line; -1 where there is none. */
    static int startOf(Lines lines, int last) {
        boolean quoted = lines.isQuotedFrom(last + 1);
        if (!quoted && !hasColon(lines.shown(last))) {
            return -1;
        }
        String joined = "";
        for (int first = last; isPart(lines, first) && last - first < MOST_LINES; first--) {
            joined = (lines.shown(first) + " " + joined).strip();
            if (joined.length() > LONGEST) {
                return -1;
            }
            Attribution attribution = new Attribution(joined);
            if (!quoted && joined.chars().noneMatch(each -> each == '@' || Character.isDigit(each))) {
                continue;
            }
            if (quoted ? attribution.introducesQuotation() : attribution.introducesOldMail()) {
                return attribution.isOpened() ? first : beginning(lines, first, last);
            }
        }
        return -1;
    }

    /** Says so by itself, as between dashes. */
    static boolean is(String line) {
        return new Attribution(line + ":").introducesOldMail();
    }

    /** An attribution that is whole without its first line: "On Tue, 3 Mar 2026" stands above "10:15 Jane wrote:". */
    private static int beginning(Lines lines, int first, int last) {
        int begin = lines.shown(first).startsWith("<") && isPart(lines, first - 1) ? first - 1 : first;
        for (int at = first - 1; isPart(lines, at) && last - at < MOST_LINES; at--) {
            String line = lines.shown(at);
            if (SENTENCE_END.matcher(line).matches()) {
                break;
            }
            Attribution above = new Attribution(line);
            begin = above.isOpened() || above.isTorn() ? at : begin;
        }
        return begin;
    }

    private static boolean isPart(Lines lines, int at) {
        return at >= 0 && !lines.isBlank(at) && !lines.isQuoted(at);
    }

    /** Quoted lines follow, which is a witness; so a name will do. */
    private boolean introducesQuotation() {
        boolean dated = hasTime() || hasDate();
        if (!hasColon(line)) {
            return (wrote() && hasTime() && (hasAddress() || hasDate()))
                    || (startsWithDate() && BRACKETED_AT_END.matcher(line).find());
        }
        return (line.length() <= 200 && wrote())
                || (dated && wroteAtAll())
                || (hasAddress() && (dated || endsWithAddress()));
    }

    /** Nothing else speaks for it, so it has to say much. */
    private boolean introducesOldMail() {
        if (!hasColon(line)) {
            return false;
        }
        boolean dated = hasTime() || hasDate();
        boolean addressed = BRACKETED.matcher(line).find();
        return (wrote() && (addressed || (hasTime() && hasDate()) || (hasDate() && isOpened())))
                || (addressed && dated && (endsWithAddress() || isOpened()))
                || (hasDate() && TIME_AND_ADDRESS.matcher(line).find());
    }

    private boolean isOpened() {
        return startsWithDate()
                || (line.chars().anyMatch(Character::isDigit) && !startsWithDigit() && MailWords.OPENING.start(line));
    }

    /** A line that the mail program broke within the address or behind it, whatever its language. */
    private boolean isTorn() {
        return line.endsWith("<")
                || line.endsWith("(")
                || (BRACKETED.matcher(line).find() && (hasTime() || hasDate()));
    }

    private static boolean hasColon(String line) {
        return line.endsWith(":")
                || line.endsWith("：")
                || line.endsWith("՝")
                || line.endsWith("៖")
                || line.startsWith(":")
                || (line.endsWith(".") && line.contains("գր"));
    }

    private boolean wrote() {
        return wroteAtAll() && !MailWords.WROTE_HIMSELF.areIn(line);
    }

    private boolean wroteAtAll() {
        return MailWords.WROTE.areIn(line);
    }

    private boolean hasTime() {
        return TIME.matcher(line).find();
    }

    private boolean hasDate() {
        return DATE.matcher(line).find();
    }

    private boolean hasAddress() {
        return ADDRESS.matcher(line).find();
    }

    private boolean endsWithAddress() {
        return line.length() > 1 && ">)]＞".indexOf(line.charAt(line.length() - 2)) >= 0 || line.endsWith("> :");
    }

    private boolean startsWithDigit() {
        return !line.isEmpty() && Character.isDigit(line.charAt(0));
    }

    private boolean startsWithDate() {
        return startsWithDigit()
                && DATE.matcher(line).region(0, Math.min(12, line.length())).lookingAt();
    }
}
