package org.mailroom.intake.mime;

import java.util.Optional;
import java.util.regex.Pattern;
import org.mailroom.intake.mime.bytes.HeaderBlock;
import org.mailroom.intake.mime.bytes.Slice;
import org.mailroom.intake.mime.field.Fields;
import org.mailroom.intake.mime.field.Parameters;
import org.mailroom.intake.text.CleanText;

/**
 * A mail or a part of one (RFC 2045, 2.4): what its header fields say about its body, and the body as it came.
 *
 * @param type Content-Type
 * @param disposition Content-Disposition (RFC 2183)
 */
record Entity(Fields fields, Parameters type, Parameters disposition, Slice body) {

    static final String BINARY = "application/octet-stream";

    private static final Pattern TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,100}");
    private static final int LONGEST_NAME = 200;

    static Entity ofMail(Slice mail, Reading reading) {
        ReadingLimits limits = reading.limits();
        Slice lines = LineEnds.fed(mail);
        return of(
                HeaderBlock.ofMail(
                        lines, limits.headerLines(), (int) limits.headerSize().toBytes()),
                reading);
    }

    static Entity ofPart(Slice part, Reading reading) {
        ReadingLimits limits = reading.limits();
        return of(
                HeaderBlock.ofPart(
                        part, limits.headerLines(), (int) limits.headerSize().toBytes()),
                reading);
    }

    private static Entity of(HeaderBlock header, Reading reading) {
        reading.warnings().addIf(header.isCut(), Warnings.HEADER);
        Fields fields = Fields.of(header);
        return new Entity(
                fields, parameters(fields, "content-type"), parameters(fields, "content-disposition"), header.body());
    }

    /** In lower case, without parameters; the other type where none is declared or it says nothing. */
    String mediaType(String otherwise) {
        return switch (type.value()) {
            case "text", "plain", "text/" -> "text/plain";
            case "html", "text/htm" -> "text/html";
            case "multipart", "multipart/" -> "multipart/mixed";
            default -> isMediaType(type.value()) ? type.value() : otherwise;
        };
    }

    boolean isAttached() {
        return disposition.value().equals("attachment");
    }

    /** As declared, without a path; empty where none is. */
    Optional<String> fileName() {
        return disposition
                .get("filename")
                .or(() -> type.get("name"))
                .or(() -> disposition.get("name"))
                .flatMap(Entity::fileName);
    }

    /** A name without a path; empty where nothing is left. */
    static Optional<String> fileName(String written) {
        String name = written.substring(Math.max(written.lastIndexOf('/'), written.lastIndexOf('\\')) + 1);
        return Optional.of(CleanText.line(name, LONGEST_NAME))
                .filter(clean -> !clean.isEmpty() && !clean.equals(".") && !clean.equals(".."));
    }

    /** Content-ID (RFC 2392) without its angle brackets. */
    Optional<String> contentId() {
        return fields.first("content-id").flatMap(Entity::contentId);
    }

    static Optional<String> contentId(String written) {
        return Optional.of(CleanText.line(written.replaceAll("[<>\\s]", ""), LONGEST_NAME))
                .filter(id -> !id.isEmpty());
    }

    static boolean isMediaType(String type) {
        return TYPE.matcher(type).matches();
    }

    TransferDecoded decoded() {
        return TransferDecoded.of(
                body, fields.first("content-transfer-encoding").orElse(""));
    }

    private static Parameters parameters(Fields fields, String name) {
        return Parameters.of(fields.raw(name).stream().findFirst().orElse(""));
    }
}
