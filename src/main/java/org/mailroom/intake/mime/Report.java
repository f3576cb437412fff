package org.mailroom.intake.mime;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.mailroom.intake.mime.field.MessageIdList;
import org.mailroom.message.MessageId;

/** What a multipart/report (RFC 6522) says about other messages. */
final class Report {

    private static final Set<String> PARTS = Set.of(
            "message/delivery-status",
            "message/disposition-notification",
            "message/feedback-report",
            "message/global-delivery-status",
            "message/global-disposition-notification");

    private final Entity mail;
    private final List<FilePart> parts;

    Report(Entity mail, List<FilePart> parts) {
        this.mail = mail;
        this.parts = parts;
    }

    /** Such as {@code delivery-status}; also told by a part where the mail itself does not say so. */
    String type() {
        return mail.type()
                .get("report-type")
                .map(type -> type.toLowerCase(Locale.ROOT))
                .orElseGet(() -> parts.stream()
                        .map(FilePart::type)
                        .takeWhile(type -> !type.equals("message/rfc822"))
                        .filter(PARTS::contains)
                        .map(type -> type.substring("message/".length()))
                        .findFirst()
                        .orElse(""));
    }

    /** Attached to it, or named in its part for machines (RFC 3798, Original-Message-ID); none where it is no report. */
    List<MessageId> reported() {
        return type().isEmpty()
                ? List.of()
                : parts.stream().flatMap(Report::reportedBy).distinct().toList();
    }

    private static Stream<MessageId> reportedBy(FilePart part) {
        String field =
                switch (part.type()) {
                    case "message/rfc822",
                            "message/global",
                            "text/rfc822-headers",
                            "text/rfc822-header",
                            "message/rfc822-headers",
                            "message/global-headers" -> "message-id";
                    case "message/disposition-notification", "message/global-disposition-notification" ->
                        "original-message-id";
                    default -> "";
                };
        return field.isEmpty()
                ? Stream.empty()
                : MessageIdList.in(Mails.parse(part.content().bytes()).fields().raw(field)).stream();
    }
}
