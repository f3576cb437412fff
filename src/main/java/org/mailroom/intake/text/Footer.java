package org.mailroom.intake.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A few lines below a rule at the end of a text that the sender did not write: what a mailing list adds below a quotation, what
 * a virus scanner says for itself, or a card with addresses below underscores. A list of the sender's own stays: something
 * introduces it.
 */
final class Footer {

    /** In lines, blank ones among them. */
    static final int LONGEST = 10;

    private static final int LONGEST_OF_SCANNER = 4;
    private static final int LONGEST_LINE_OF_CARD = 80;
    private static final int SHORTEST_RULE_BELOW_QUOTATION = 20;
    private static final Pattern UNDERSCORES = Pattern.compile("_{5,}");
    private static final Pattern CONTACT = Pattern.compile("://|www\\.|[^\\s@]@[^\\s@]|\\+?\\p{Nd}[\\p{Nd} ()/-]{6,}");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?:。！？]$");

    private Footer() {}

    static boolean isRule(String line) {
        return line.chars().allMatch(each -> "-_=*—–~#+ ".indexOf(each) >= 0);
    }

    /** Whether it goes from this rule to the line before {@code end}. */
    static boolean is(Lines lines, int rule, int end, boolean belowQuotation) {
        List<String> below = IntStream.range(rule + 1, end)
                .filter(at -> !lines.isBlank(at))
                .mapToObj(lines::shown)
                .toList();
        return belowQuotation && lines.shown(rule).length() >= SHORTEST_RULE_BELOW_QUOTATION
                || isOfScanner(below)
                || isCard(lines, rule, below);
    }

    /** "This email has been checked for viruses by Avast." */
    private static boolean isOfScanner(List<String> below) {
        return below.size() <= LONGEST_OF_SCANNER
                && below.stream()
                        .limit(2)
                        .anyMatch(line -> MailWords.SCANNERS.areIn(line) && MailWords.VIRUS.areIn(line));
    }

    private static boolean isCard(Lines lines, int rule, List<String> below) {
        return UNDERSCORES.matcher(lines.shown(rule)).matches()
                && !isIntroduced(lines, rule)
                && below.stream().anyMatch(line -> CONTACT.matcher(line).find())
                && below.stream()
                        .allMatch(line -> line.length() <= LONGEST_LINE_OF_CARD
                                && !SENTENCE_END.matcher(line).find());
    }

    private static boolean isIntroduced(Lines lines, int rule) {
        int above = rule - 1;
        while (above >= 0 && lines.isBlank(above)) {
            above--;
        }
        return above < 0 || lines.shown(above).endsWith(":");
    }
}
