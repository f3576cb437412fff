package org.mailroom.intake.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailroom.intake.mime.ReadMail;
import org.mailroom.message.Attachment;
import org.mailroom.message.Message;
import org.mailroom.message.MessageId;

/**
 * The mail that a report is about, as far as the report brings it: attached, as header fields, or as text.
 *
 * @param headers the header of each form in which it came
 */
record OriginalMail(List<List<String>> headers, ReadMail report) {

    private static final int LONGEST_HEADER = 200_000;
    private static final int MOST_LINES = 2_000;
    private static final int LONGEST_ID = 998;

    static OriginalMail of(ReadMail report, ReportText text) {
        List<List<String>> headers = new ArrayList<>();
        report.message().attachments().stream()
                .filter(OriginalMail::isMail)
                .map(attachment -> unfolded(header(attachment)))
                .forEach(headers::add);
        headers.add(unfolded(text.copy()));
        headers.add(unfolded(text.said()));
        return new OriginalMail(headers, report);
    }

    /** Attached or quoted, then named by the report, then what the report answers. */
    @Nullable
    MessageId id() {
        Message message = report.message();
        return Stream.of(
                        headers.stream().flatMap(header -> ids(header, "message-id")),
                        report.reported().stream(),
                        headers.stream().flatMap(header -> ids(header, "original-message-id", "message id", "msgid")),
                        Stream.ofNullable(message.inReplyTo()),
                        message.references().stream()
                                .skip(Math.max(0, message.references().size() - 1L)))
                .flatMap(ids -> ids)
                .findFirst()
                .orElse(null);
    }

    /** Whom it went to. */
    List<WrittenAddress> recipients() {
        return headers.stream()
                .map(header -> values(header, "to")
                        .flatMap(value -> WrittenAddress.in(value).stream())
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The value of a field in the attached header. */
    Optional<String> field(String name) {
        return headers.stream().flatMap(header -> values(header, name)).findFirst();
    }

    private static boolean isMail(Attachment attachment) {
        String type = attachment.type();
        return type.startsWith("message/") || type.startsWith("text/");
    }

    private static List<String> header(Attachment attachment) {
        byte[] bytes = attachment.content().bytes();
        String text = new String(bytes, 0, Math.min(bytes.length, LONGEST_HEADER), StandardCharsets.UTF_8);
        return text.lines()
                .dropWhile(String::isBlank)
                .takeWhile(line -> !line.isBlank())
                .limit(MOST_LINES)
                .toList();
    }

    private static List<String> unfolded(List<String> lines) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (String line : lines.subList(0, Math.min(lines.size(), MOST_LINES))) {
            boolean goesOn = !line.isBlank() && Character.isWhitespace(line.charAt(0)) && line.indexOf(':') < 0;
            if (!goesOn) {
                fields.add(field.toString());
                field.setLength(0);
            }
            field.append(goesOn ? " " : "").append(line.strip());
        }
        fields.add(field.toString());
        return fields;
    }

    private static Stream<MessageId> ids(List<String> header, String... names) {
        return Stream.of(names)
                .flatMap(name -> values(header, name))
                .map(value -> value.replaceAll("[<>\"']", " ").strip().split("\\s", 2)[0])
                .filter(id -> id.indexOf('@') > 0 && id.length() <= LONGEST_ID)
                .map(MessageId::new);
    }

    /** Also quoted or bulleted, as in the text of a report. */
    private static Stream<String> values(List<String> header, String name) {
        return header.stream()
                .map(line -> line.replaceFirst("^[>|*\\s-]{1,10}", ""))
                .filter(line -> line.length() > name.length()
                        && line.substring(0, name.length())
                                .toLowerCase(Locale.ROOT)
                                .equals(name)
                        && line.substring(name.length()).stripLeading().startsWith(":"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .filter(value -> !value.isEmpty());
    }
}
