package org.mailroom.intake.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.mailroom.intake.words.WordList;

/** What the place of an address in a report says about it; best first. */
enum Standing {
    /** A line of its own, or at the start of one as the thing that is talked about. */
    LISTED,
    /** In a command to the other server, behind a label, or in a sentence that tells of a failure. */
    BLAMED,
    /** Just there. */
    MENTIONED,
    /** Somebody else: who wrote, whom to ask for help, a message identifier. */
    NONE;

    private static final String MARKS = "<>\"'([*•|:;=";
    private static final WordList OTHERS = WordList.read("report-others");
    private static final WordList HELP = WordList.read("report-help");
    private static final Set<String> SENDER_FIELDS = Set.of(
            "received",
            "from",
            "return-path",
            "sender",
            "reply-to",
            "message-id",
            "in-reply-to",
            "references",
            "x-sender",
            "dkim-signature",
            "authentication-results",
            "delivered-to",
            "reporting-mta",
            "x-return-path",
            "errors-to",
            "x-envelope-from",
            "envelope-from",
            "resent-from",
            "cc",
            "list-id",
            "list-unsubscribe");
    private static final Set<String> RECIPIENT_FIELDS = Set.of(
            "final-recipient",
            "original-recipient",
            "x-actual-recipient",
            "x-failed-recipients",
            "recipient",
            "recipients",
            "failed-recipient",
            "intended-to",
            "error-for",
            "rcpt");
    private static final WordList LEADS_ON = WordList.read("report-leads");

    static Standing of(List<String> lines, int at, WrittenAddress address) {
        String line = lines.get(at);
        String before = line.substring(0, address.start()).toLowerCase(Locale.ROOT);
        String after = line.substring(address.end());
        String lead = withoutMarks(before);
        String field = ReportText.fieldName(line.strip());
        if (lead.endsWith("mailto") || SENDER_FIELDS.contains(field)) {
            return NONE;
        }
        if (RECIPIENT_FIELDS.contains(field)) {
            return LISTED;
        }
        if (field.equals("to")) {
            return MENTIONED;
        }
        if (isOther(lead)) {
            return before.contains("generated") ? MENTIONED : NONE;
        }
        if (isListed(lead, before, after)) {
            return isHelp(previous(lines, at)) ? MENTIONED : LISTED;
        }
        if (HELP.isIn(line)) {
            return NONE;
        }
        return tellsOfFailure(lines, at, before) ? BLAMED : MENTIONED;
    }

    /** Without the marks that stand between words and an address. */
    private static String withoutMarks(String before) {
        int end = before.length();
        while (end > 0 && (before.charAt(end - 1) <= ' ' || MARKS.indexOf(before.charAt(end - 1)) >= 0)) {
            end--;
        }
        return before.substring(0, end).strip();
    }

    private static boolean isOther(String lead) {
        return OTHERS.ends(lead);
    }

    /** {@code <a@b>: reason}, {@code 'a@b' on Monday}, {@code Jane Doe (a@b)}, or nothing but the address. */
    private static boolean isListed(String lead, String before, String after) {
        String rest = after.replaceFirst("^[>\"')\\]]{1,10}", "");
        String next = rest.stripLeading();
        boolean alone = next.isEmpty()
                || next.startsWith("<mailto:")
                || next.startsWith("(mailto:")
                || next.startsWith("[mailto:");
        String bare = lead.replaceAll("^[\\s>*•·+#-]{1,200}", "").replaceFirst("^(\\d{1,3}[.)])$", "");
        if (bare.isEmpty()) {
            return alone
                    || Stream.of(":", ";", ",", "(", "...", "-", "–", "<", "[", "|")
                            .anyMatch(next::startsWith)
                    || rest.startsWith("\t")
                    || rest.startsWith("  ")
                    || next.startsWith("on ")
                    || next.startsWith("am ")
                    || next.startsWith("le ");
        }
        String[] words = bare.split("\\s+");
        boolean named =
                before.stripTrailing().endsWith("<") || before.stripTrailing().endsWith("(");
        return named && alone && words.length <= 5 && !before.contains(":") && !LEADS_ON.ends(bare);
    }

    private static boolean isHelp(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return HELP.isIn(lower) || lower.endsWith("from") || lower.endsWith("sender:");
    }

    private static String previous(List<String> lines, int at) {
        for (int above = at - 1; above >= Math.max(0, at - 3); above--) {
            if (!lines.get(above).isBlank()) {
                return lines.get(above).strip();
            }
        }
        return "";
    }

    private static boolean tellsOfFailure(List<String> lines, int at, String before) {
        String line = lines.get(at);
        boolean label = before.contains("rcpt to")
                || before.strip().endsWith(":")
                || before.strip().endsWith(":<");
        String near = line + " " + (at + 1 < lines.size() ? lines.get(at + 1) : "");
        return label || ReportWords.hasPhrase(near) || StatusCode.in(near).isPresent();
    }
}
