package org.mailroom.intake.mime;

import java.util.Set;
import org.mailroom.intake.mime.bytes.DecodingStream;
import org.mailroom.message.Attachment;
import org.mailroom.message.Content;

/**
 * A part that is a file of its own. An attached mail is kept byte for byte, so that its signatures stay whole.
 *
 * @param contentId empty where there is none
 * @param path its name behind the names of the files that it lies in
 * @param kept its bytes
 * @param damaged whether they are not all as they were meant
 */
record FilePart(
        String name,
        String type,
        TransferDecoded content,
        String contentId,
        String path,
        Content kept,
        boolean damaged) {

    static FilePart of(String name, String type, TransferDecoded content, String contentId, String within) {
        DecodingStream once = content.stream();
        Content kept = Content.from(once, content::stream);
        boolean damaged = once.isDamaged() || content.mislabelled();
        return new FilePart(name, type, content, contentId, within + name, kept, damaged);
    }

    boolean isWithin() {
        return !path.equals(name);
    }

    Attachment attachment(Set<String> shownIds) {
        boolean shown = !isWithin() && shownIds.contains(contentId);
        return new Attachment(name, type, kept, shown, contentId.isEmpty() ? null : contentId, path);
    }
}
