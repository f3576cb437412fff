package org.mailroom.intake.text;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line that a mail program puts above an old mail: "-----Original Message-----", or what GroupWise makes of it. */
final class Separator {

    private static final int LONGEST = 200;
    private static final Pattern DASHED = Pattern.compile("[\\p{Pd}_=*#~+]{2,} ?(.*?) ?[\\p{Pd}_=*#~+]{2,}");
    private static final Pattern BEGUN = Pattern.compile("[\\p{Pd}_=*]{4,} ?(.+)");
    private static final List<String> REPLY_ABOVE = List.of(
            "above this line",
            "above the line",
            "oberhalb dieser",
            "über dieser zeile",
            "au-dessus de cette ligne",
            "encima de esta línea",
            "sopra questa riga",
            "sopra questa linea",
            "boven deze regel",
            "boven deze lijn",
            "acima desta linha",
            "ovanför denna rad",
            "over denne linje",
            "powyżej tej linii",
            "nad tento řádek");

    private Separator() {}

    static boolean isAt(Lines lines, int at) {
        String line = lines.shown(at);
        if (line.startsWith(Lines.OLD)) {
            return true;
        }
        if (line.length() > LONGEST) {
            return false;
        }
        return isGroupWise(line) || isAppleForward(lines, at, line) || isDashed(lines, at, line);
    }

    private static boolean isDashed(Lines lines, int at, String line) {
        Matcher dashed = DASHED.matcher(line);
        if (dashed.matches() && !dashed.group(1).isEmpty()) {
            String words = dashed.group(1);
            return namesOldMail(words) || isAttribution(words) || standsAboveHeader(lines, at) || asksForReply(words);
        }
        Matcher begun = BEGUN.matcher(line);
        return begun.matches() && namesOldMail(begun.group(1)) && standsAboveHeader(lines, at);
    }

    /** "Original message" that lost its dashes; only where a header stands below. */
    static boolean isBare(Lines lines, int at) {
        return at >= 0 && MailWords.OLD_MAIL.contains(MailWords.lower(lines.shown(at)));
    }

    private static boolean isAttribution(String words) {
        return Attribution.is(words) || (words.endsWith(":") && MailWords.WROTE.areIn(words));
    }

    /** "Original message", or "Forwarded by Jane Doe on 3 March". */
    private static boolean namesOldMail(String words) {
        String lower = MailWords.lower(words).replaceAll("[.:：]+$", "").strip();
        if (MailWords.OLD_MAIL.contains(lower)) {
            return true;
        }
        List<String> each = Arrays.asList(lower.split(" "));
        return each.size() > 2
                && (MailWords.OLD_MAIL.contains(String.join(" ", each.subList(0, 2)))
                        || MailWords.OLD_MAIL.contains(String.join(" ", each.subList(0, 3))));
    }

    private static boolean standsAboveHeader(Lines lines, int at) {
        int next = lines.written(at + 1);
        return next < lines.size() && HeaderBlock.endAt(lines, next) > 0;
    }

    private static boolean asksForReply(String words) {
        String lower = MailWords.lower(words);
        return REPLY_ABOVE.stream().anyMatch(lower::contains);
    }

    /** "Begin forwarded message:" has no dashes. */
    private static boolean isAppleForward(Lines lines, int at, String line) {
        return (line.endsWith(":") || line.endsWith("："))
                && MailWords.OLD_MAIL.contains(
                        MailWords.lower(line.substring(0, line.length() - 1).strip()))
                && lines.written(at + 1) < lines.size();
    }

    /** ">>> Jane Doe <jane@example.org> 03.03.2026 10:15 >>>". */
    private static boolean isGroupWise(String line) {
        return line.endsWith(">>>") && line.length() > 8 && line.chars().anyMatch(Character::isDigit);
    }
}
