package org.mailroom.intake.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailroom.intake.text.CleanText;

/**
 * A mail or a part of one (RFC 2045, 2.4): what its header fields say about its body, and the body as it came.
 *
 * @param type Content-Type
 * @param disposition Content-Disposition (RFC 2183)
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are large and two of these are never compared
record Entity(Fields fields, Parameters type, Parameters disposition, byte[] body) {

    private static final Pattern TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,100}");
    private static final int LONGEST_NAME = 200;

    static Entity of(MimeMessage mail) throws MessagingException {
        return of(Fields.of(mail), mail::getRawInputStream);
    }

    static Entity of(MimeBodyPart part) throws MessagingException {
        return of(Fields.of(part), part::getRawInputStream);
    }

    private static Entity of(Fields fields, Body body) throws MessagingException {
        return new Entity(
                fields, parameters(fields, "content-type"), parameters(fields, "content-disposition"), body.bytes());
    }

    /** In lower case, without parameters; the other type where none is declared or it is malformed. */
    String mediaType(String otherwise) {
        return TYPE.matcher(type.value()).matches() ? type.value() : otherwise;
    }

    boolean isAttached() {
        return disposition.value().equals("attachment");
    }

    /** As declared, without a path; empty where none is. */
    Optional<String> fileName() {
        return disposition
                .get("filename")
                .or(() -> type.get("name"))
                .map(name -> name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1))
                .map(name -> CleanText.line(name, LONGEST_NAME))
                .filter(name -> !name.isEmpty() && !name.equals(".") && !name.equals(".."));
    }

    /** Content-ID (RFC 2392) without its angle brackets. */
    Optional<String> contentId() {
        return fields.first("content-id")
                .map(id -> CleanText.cut(id.replaceAll("[<>\\s]", ""), LONGEST_NAME))
                .filter(id -> !id.isEmpty());
    }

    TransferDecoded decoded() {
        return TransferDecoded.of(
                body, fields.first("content-transfer-encoding").orElse(""));
    }

    Decoded text(TransferDecoded content) {
        return Decoded.of(content.bytes(), type.get("charset").orElse(null));
    }

    private static Parameters parameters(Fields fields, String name) {
        return Parameters.of(fields.raw(name).stream().findFirst().orElse(""));
    }

    private interface Body {

        InputStream open() throws MessagingException;

        default byte[] bytes() throws MessagingException {
            try (InputStream stream = open()) {
                return stream.readAllBytes();
            } catch (IOException impossible) {
                throw new UncheckedIOException("The mail is in memory", impossible);
            }
        }
    }
}
