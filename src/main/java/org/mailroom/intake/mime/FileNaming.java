package org.mailroom.intake.mime;

import java.util.Map;
import java.util.Optional;
import org.mailroom.intake.text.CleanText;

/**
 * What a file is called: as it says, otherwise by what is said of it elsewhere, otherwise by its subject or its type and a
 * number.
 */
final class FileNaming {

    private static final int LONGEST_SUBJECT = 100;
    private static final Map<String, String> WHOLE = Map.of(
            "application/pgp-signature", "signature.asc",
            "application/pgp-encrypted", "version.txt",
            "application/pkcs7-signature", "smime.p7s",
            "application/x-pkcs7-signature", "smime.p7s",
            "application/pkcs7-mime", "smime.p7m",
            "application/x-pkcs7-mime", "smime.p7m",
            "application/ms-tnef", "winmail.dat",
            "application/vnd.ms-tnef", "winmail.dat");
    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("text/plain", ".txt"),
            Map.entry("text/html", ".html"),
            Map.entry("text/calendar", ".ics"),
            Map.entry("text/csv", ".csv"),
            Map.entry("text/rtf", ".rtf"),
            Map.entry("text/vcard", ".vcf"),
            Map.entry("text/x-vcard", ".vcf"),
            Map.entry("text/directory", ".vcf"),
            Map.entry("text/xml", ".xml"),
            Map.entry("text/rfc822-headers", ".txt"),
            Map.entry("message/rfc822", ".eml"),
            Map.entry("message/global", ".eml"),
            Map.entry("message/delivery-status", ".txt"),
            Map.entry("message/disposition-notification", ".txt"),
            Map.entry("message/feedback-report", ".txt"),
            Map.entry("message/external-body", ".txt"),
            Map.entry("message/partial", ".eml"),
            Map.entry("image/png", ".png"),
            Map.entry("image/jpeg", ".jpg"),
            Map.entry("image/jpg", ".jpg"),
            Map.entry("image/gif", ".gif"),
            Map.entry("image/bmp", ".bmp"),
            Map.entry("image/tiff", ".tif"),
            Map.entry("image/webp", ".webp"),
            Map.entry("image/heic", ".heic"),
            Map.entry("image/svg+xml", ".svg"),
            Map.entry("audio/mpeg", ".mp3"),
            Map.entry("audio/wav", ".wav"),
            Map.entry("video/mp4", ".mp4"),
            Map.entry("application/pdf", ".pdf"),
            Map.entry("application/zip", ".zip"),
            Map.entry("application/json", ".json"),
            Map.entry("application/xml", ".xml"),
            Map.entry("application/rtf", ".rtf"),
            Map.entry("application/msword", ".doc"),
            Map.entry("application/vnd.ms-excel", ".xls"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"));

    private FileNaming() {}

    /** @param number of the file within its mail */
    static String of(Entity entity, String type, int number) {
        return entity.fileName()
                .or(() -> named(entity, "content-description"))
                .or(() -> named(entity, "content-location"))
                .orElseGet(() -> of(type, number));
    }

    static String of(String type, int number) {
        String whole = WHOLE.get(type);
        return whole != null
                ? whole
                : "attachment-" + number + ENDINGS.getOrDefault(type, type.startsWith("text/") ? ".txt" : ".bin");
    }

    /** The name of an attached mail that has none of its own. */
    static Optional<String> ofMail(Entity mail) {
        String subject = mail.fields().first("subject").orElse("");
        return Optional.of(CleanText.line(subject.replaceAll("[/\\\\:*?\"<>|]", " "), LONGEST_SUBJECT))
                .filter(name -> !name.isEmpty())
                .map(name -> name + ".eml");
    }

    /** Only what looks like the name of a file: with an ending, and without blanks around it. */
    private static Optional<String> named(Entity entity, String field) {
        return entity.fields()
                .first(field)
                .map(text -> text.split("[?#]", 2)[0])
                .flatMap(Entity::fileName)
                .filter(name -> name.length() <= 100 && name.matches("[^@]+\\.[A-Za-z0-9]{2,5}"));
    }
}
