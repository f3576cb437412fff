package org.mailroom.intake.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mailroom.intake.text.CleanText;

/**
 * The words of a report for people, and the copy of our mail that many servers put below them.
 *
 * @param said the lines of the server
 * @param copy the lines of the copy; empty where there is none in the text
 */
record ReportText(List<String> said, List<String> copy) {

    private static final int LONGEST = 200_000;
    private static final int LONGEST_LINE = 2_000;
    private static final int MOST_LINES = 3_000;
    private static final int LONGEST_SENTENCES = 20_000;
    private static final int HEADER = 12;

    private static final List<String> COPIES = List.of(
            "original message",
            "copy of the message",
            "copy of your message",
            "copy of the original",
            "unsent message",
            "message header",
            "headers of",
            "returned message",
            "header of the original",
            "original header",
            "message follows",
            "mail follows",
            "headers follow",
            "header follows",
            "text follows",
            "original mail",
            "begin message",
            "message content",
            "attached message",
            "undelivered message",
            "rejected message",
            "returned mail",
            "message text",
            "message body",
            "ursprüngliche nachricht",
            "originalnachricht",
            "message d'origine",
            "mensaje original",
            "messaggio originale",
            "mensagem original",
            "oorspronkelijk bericht",
            "исходное сообщение",
            "元のメッセージ",
            "原始邮件",
            "原始郵件",
            "원본 메시지");
    private static final Set<String> FIRST_FIELDS = Set.of(
            "received", "return-path", "message-id", "from", "dkim-signature", "mime-version", "delivered-to", "date");
    private static final Set<String> TRANSPORT = Set.of("received", "message-id", "mime-version", "content-type");

    static ReportText of(String text) {
        List<String> lines = CleanText.cut(text, LONGEST)
                .lines()
                .limit(MOST_LINES)
                .map(line -> CleanText.cut(line, LONGEST_LINE))
                .toList();
        int copy = IntStream.range(1, lines.size())
                .filter(at -> isHeading(lines.get(at)) || isHeader(lines, at))
                .findFirst()
                .orElse(lines.size());
        return new ReportText(lines.subList(0, copy), lines.subList(copy, lines.size()));
    }

    /** Whether the fields for machines (RFC 3464) stand among the words, as where a report lost its parts. */
    boolean hasStatusFields() {
        return said.stream().anyMatch(line -> fieldName(line.strip()).equals("final-recipient"));
    }

    /** The first lines with something in them, for what only counts where a mail begins with it. */
    List<String> opening() {
        return said.stream()
                .filter(line -> !line.isBlank())
                .map(String::strip)
                .limit(2)
                .toList();
    }

    /** On one line, so that a sentence is found however it was wrapped. */
    String all() {
        return CleanText.line(CleanText.cut(String.join(" ", said), LONGEST_SENTENCES), LONGEST_SENTENCES);
    }

    private static boolean isHeading(String line) {
        String plain = line.strip().toLowerCase(Locale.ROOT);
        if (plain.contains("transcript")
                || plain.length() > 120
                || COPIES.stream().noneMatch(plain::contains)) {
            return plain.contains("below this line");
        }
        boolean ruled = Stream.of("--", "==", "**", "__").anyMatch(plain::startsWith);
        boolean ending = Stream.of(":", "follows", "follows.").anyMatch(plain::endsWith);
        return ruled || (ending && !plain.contains("deliver")) || plain.contains("below this line");
    }

    /** Where the header of a mail begins: a field of one, and near it those that only a header has. */
    private static boolean isHeader(List<String> lines, int at) {
        if (!FIRST_FIELDS.contains(fieldName(lines.get(at)))) {
            return false;
        }
        List<String> names = lines.subList(at, Math.min(lines.size(), at + HEADER)).stream()
                .takeWhile(line -> !line.isBlank())
                .map(ReportText::fieldName)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        return names.size() >= 3 && names.stream().anyMatch(TRANSPORT::contains);
    }

    /** In lower case; empty where the line is no field. */
    static String fieldName(String line) {
        int colon = line.indexOf(':');
        boolean field =
                colon > 1 && colon < 60 && line.chars().limit(colon).allMatch(letter -> letter > ' ' && letter < 127);
        return field ? line.substring(0, colon).toLowerCase(Locale.ROOT) : "";
    }
}
