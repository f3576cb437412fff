package org.mailroom.intake.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What the sender wrote now: the text without the mail that he answers and without his signature. Answers between the lines
 * of a quotation stay together with it. Where nothing would be left, all is.
 */
public final class NewText {

    private static final Pattern SIGNATURE = Pattern.compile("-- ?");
    private static final Pattern RULE = Pattern.compile("[_*=-]{5,}");

    /** A mail that quotes more mails than this is cut at none of the rest: each has to be looked at as a whole. */
    private static final int MOST_STARTS = 20;

    private NewText() {}

    /** Never empty when the text is not. */
    public static String of(String text) {
        List<String> lines = text.lines().toList();
        String found = String.join("\n", newLines(lines)).strip();
        return found.isEmpty() ? text.strip() : found;
    }

    private static List<String> newLines(List<String> lines) {
        List<String> kept = new ArrayList<>(lines.subList(0, startOfOldMail(lines)));
        dropTail(kept, line -> line.isBlank() || RULE.matcher(line.strip()).matches());
        kept = new ArrayList<>(kept.subList(0, startOfSignature(kept)));
        dropTail(kept, line -> line.isBlank() || isQuoted(line));
        return kept;
    }

    private static int startOfOldMail(List<String> lines) {
        return IntStream.range(firstWords(lines) + 1, lines.size())
                .filter(at -> OldMail.startsAt(lines, at))
                .limit(MOST_STARTS)
                .filter(at -> !isAnsweredBelow(lines, at))
                .findFirst()
                .orElse(lines.size());
    }

    /** Whether words of the sender stand below or between the quoted lines, so that cutting would lose them. */
    private static boolean isAnsweredBelow(List<String> lines, int at) {
        List<String> below = lines.subList(OldMail.endOfStart(lines, at), lines.size());
        List<String> unsigned = below.subList(0, startOfSignature(below));
        return unsigned.stream().anyMatch(NewText::isQuoted)
                && unsigned.stream().anyMatch(line -> !line.isBlank() && !isQuoted(line));
    }

    private static int startOfSignature(List<String> lines) {
        return IntStream.range(firstWords(lines) + 1, lines.size())
                .filter(at -> SIGNATURE.matcher(lines.get(at)).matches())
                .findFirst()
                .orElse(lines.size());
    }

    private static int firstWords(List<String> lines) {
        return IntStream.range(0, lines.size())
                .filter(at -> !lines.get(at).isBlank())
                .findFirst()
                .orElse(lines.size());
    }

    private static void dropTail(List<String> lines, Predicate<String> unwanted) {
        while (!lines.isEmpty() && unwanted.test(lines.get(lines.size() - 1))) {
            lines.remove(lines.size() - 1);
        }
    }

    private static boolean isQuoted(String line) {
        return line.startsWith(">");
    }
}
