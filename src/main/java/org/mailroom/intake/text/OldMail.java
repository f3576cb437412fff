package org.mailroom.intake.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines that mail programs put before the mail that is answered, in the languages they speak. */
final class OldMail {

    private static final int LONGEST_ATTRIBUTION = 4;
    private static final int HEADER_LINES = 6;

    private static final Pattern SEPARATOR = Pattern.compile(
            "-{2,} ?(original message|original-nachricht|ursprüngliche nachricht|message d'origine|mensaje original"
                    + "|messaggio originale|mensagem original|oorspronkelijk bericht|ursprungligt meddelande"
                    + "|oprindelig meddelelse|wiadomość oryginalna) ?-{2,}.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Set<String> OPENING = Set.of("on", "am", "le", "el", "il", "op", "den", "em", "w");
    private static final Pattern VERB = Pattern.compile(
            "\\b(wrote|schrieb|a écrit|escribió|ha scritto|schreef|skrev|escreveu|napisał)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern LABEL = Pattern.compile("\\*?([\\p{L}-]{1,12}) ?: ?\\*?.*");
    private static final Set<String> AUTHOR = Set.of("from", "von", "de", "da", "van", "från", "fra", "od");
    private static final Set<String> OTHERS = Set.of(
            "sent",
            "date",
            "to",
            "cc",
            "subject",
            "gesendet",
            "datum",
            "an",
            "kopie",
            "betreff",
            "envoyé",
            "à",
            "objet",
            "enviado",
            "fecha",
            "para",
            "asunto",
            "inviato",
            "data",
            "a",
            "oggetto",
            "verzonden",
            "aan",
            "onderwerp",
            "skickat",
            "till",
            "ämne",
            "sendt",
            "til",
            "emne",
            "wysłano",
            "do",
            "temat",
            "assunto");

    private OldMail() {}

    static boolean startsAt(List<String> lines, int at) {
        return SEPARATOR.matcher(lines.get(at).strip()).matches()
                || linesOfAttribution(lines, at) > 0
                || isHeaderBlock(lines, at);
    }

    /** The line after those that name the author of the old mail. */
    static int endOfStart(List<String> lines, int at) {
        return at + Math.max(1, linesOfAttribution(lines, at));
    }

    /** How many lines "On ... wrote:" is broken over; 0 where there is none. */
    private static int linesOfAttribution(List<String> lines, int at) {
        StringBuilder joined = new StringBuilder();
        for (int count = 1; count <= LONGEST_ATTRIBUTION && at + count <= lines.size(); count++) {
            String next = lines.get(at + count - 1).strip();
            if (next.isEmpty() || joined.length() + next.length() > 500) {
                return 0;
            }
            joined.append(joined.isEmpty() ? "" : " ").append(next);
            if (isAttribution(joined.toString())) {
                return count;
            }
        }
        return 0;
    }

    /** Asked of every line, so it looks step by step instead of by one pattern that would have to try again and again. */
    private static boolean isAttribution(String words) {
        return words.endsWith(":")
                && OPENING.contains(words.split(" ", 2)[0].toLowerCase(Locale.ROOT))
                && words.chars().anyMatch(Character::isDigit)
                && VERB.matcher(words).find();
    }

    /** As Outlook does it: "From:", then at least two more header lines. */
    private static boolean isHeaderBlock(List<String> lines, int at) {
        if (!AUTHOR.contains(label(lines.get(at)))) {
            return false;
        }
        int end = Math.min(lines.size(), at + HEADER_LINES);
        return lines.subList(at + 1, end).stream()
                        .filter(line -> OTHERS.contains(label(line)))
                        .count()
                >= 2;
    }

    private static String label(String line) {
        Matcher label = LABEL.matcher(line.strip());
        return label.matches() ? label.group(1).toLowerCase(Locale.ROOT) : "";
    }
}
