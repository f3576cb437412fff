package org.mailroom.intake.mime;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mailroom.intake.text.CleanText;
import org.mailroom.message.Attachment;
import org.mailroom.message.Content;

/** A part that is a file of its own. An attached mail is kept byte for byte, so that its signatures stay whole. */
record FilePart(String name, String type, TransferDecoded content, String contentId) {

    private static final int LONGEST_SUBJECT = 100;
    private static final Map<String, String> ENDINGS = Map.of(
            "text/plain", ".txt",
            "text/html", ".html",
            "text/calendar", ".ics",
            "message/rfc822", ".eml",
            "message/delivery-status", ".txt",
            "text/rfc822-headers", ".txt",
            "image/png", ".png",
            "image/jpeg", ".jpg",
            "image/gif", ".gif",
            "application/pdf", ".pdf");

    /** @param number names a part that has no name */
    static FilePart of(Entity entity, String type, int number) {
        TransferDecoded content = entity.decoded();
        return new FilePart(
                entity.fileName().orElseGet(() -> nameOf(type, content.bytes(), number)),
                type,
                content,
                entity.contentId().orElse(""));
    }

    boolean damaged() {
        return content.damaged();
    }

    Attachment attachment(Set<String> shownIds) {
        return new Attachment(
                name,
                type,
                Content.of(content.bytes()),
                shownIds.contains(contentId),
                contentId.isEmpty() ? null : contentId);
    }

    private static String nameOf(String type, byte[] content, int number) {
        String ending = ENDINGS.getOrDefault(type.toLowerCase(Locale.ROOT), ".bin");
        String subject = type.equals("message/rfc822") ? subjectOf(content) : "";
        return (subject.isEmpty() ? "attachment-" + number : subject) + ending;
    }

    private static String subjectOf(byte[] mail) {
        String subject = Mails.parse(mail).fields().first("subject").orElse("");
        return CleanText.line(subject.replaceAll("[/\\\\:*?\"<>|]", " "), LONGEST_SUBJECT);
    }
}
