package org.mailroom.intake.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mailroom.intake.text.CleanText;
import org.mailroom.intake.text.SafeHtml;
import org.mailroom.message.Attachment;

/** Goes through the parts of one mail (RFC 2046): tells the sender's own words from his files. */
final class Parts {

    private static final int MOST_PARTS = 500;
    private static final int DEEPEST = 20;
    private static final int LONGEST_TEXT = 1_000_000;
    private static final String BINARY = "application/octet-stream";

    private final Warnings warnings;
    private final List<FilePart> files = new ArrayList<>();
    private final Set<String> shownIds = new HashSet<>();
    private int count;

    Parts(Warnings warnings) {
        this.warnings = warnings;
    }

    /** What the sender wrote; the files are then in {@link #attachments()}. */
    Block read(Entity mail) {
        return read(mail, "text/plain", 0);
    }

    /** In their order. A file is inline where the HTML shows it, whatever its own part says. */
    List<Attachment> attachments() {
        return files.stream().map(file -> file.attachment(shownIds)).toList();
    }

    List<FilePart> files() {
        return files;
    }

    private Block read(Entity entity, String defaultType, int depth) {
        String type = entity.mediaType(entity.type().value().isEmpty() ? defaultType : BINARY);
        if (type.startsWith("multipart/") && !entity.isAttached()) {
            return readParts(entity, type, depth);
        }
        boolean named = depth > 0 && entity.fileName().isPresent();
        if (!entity.isAttached() && !named && (type.equals("text/plain") || type.equals("text/html"))) {
            return readText(entity, type);
        }
        return keep(entity, type);
    }

    private Block readParts(Entity entity, String type, int depth) {
        if (depth == DEEPEST) {
            warnings.add(Warnings.DEPTH);
            return keep(entity, BINARY);
        }
        List<Block> blocks = new ArrayList<>();
        try {
            String boundary = entity.type().get("boundary").orElse("");
            for (MimeBodyPart part : BoundedMultipart.split(entity.body(), boundary, this::hasRoom)) {
                String defaultType = type.equals("multipart/digest") ? "message/rfc822" : "text/plain";
                blocks.add(read(Entity.of(part), defaultType, depth + 1));
            }
        } catch (MessagingException noParts) {
            warnings.add(Warnings.STRUCTURE);
            blocks.add(readText(entity, "text/plain"));
        }
        return type.equals("multipart/alternative")
                ? blocks.stream().reduce(Block.EMPTY, Block::or)
                : Block.joined(blocks.stream().filter(block -> !block.isEmpty()).toList());
    }

    private boolean hasRoom() {
        warnings.addIf(count == MOST_PARTS, Warnings.PARTS);
        return count++ < MOST_PARTS;
    }

    private Block readText(Entity entity, String type) {
        TransferDecoded content = entity.decoded();
        Decoded text = entity.text(content);
        warnings.addIf(content.damaged(), Warnings.ENCODING);
        warnings.addIf(!text.asDeclared(), Warnings.CHARSET);
        if (text.text().length() > LONGEST_TEXT) {
            warnings.add(Warnings.LONG_TEXT);
            keep(entity, type);
        }
        String readable = CleanText.cut(text.text(), LONGEST_TEXT);
        return type.equals("text/html") ? readHtml(readable) : Block.plain(CleanText.block(readable));
    }

    private Block readHtml(String html) {
        SafeHtml safe = SafeHtml.of(html);
        shownIds.addAll(safe.contentIds());
        return Block.html(safe);
    }

    private Block keep(Entity entity, String type) {
        FilePart file = FilePart.of(entity, type, files.size() + 1);
        warnings.addIf(file.damaged(), Warnings.ENCODING);
        files.add(file);
        return Block.EMPTY;
    }
}
