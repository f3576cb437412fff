package org.mailroom.message;

import org.jspecify.annotations.Nullable;

/**
 * A part of a mail that is a file of its own.
 *
 * @param name a file name without a path, never empty
 * @param type the media type as declared, without parameters, in lower case
 * @param inline whether the text shows it in place (an image referenced by its content id)
 * @param contentId the Content-ID without angle brackets; null where there is none
 * @param path its name, behind the names of the files that it lies in: {@code fwd.eml/photo.jpg}
 */
public record Attachment(
        String name, String type, Content content, boolean inline, @Nullable String contentId, String path) {

    /** A file that lies in no other. */
    public Attachment(String name, String type, Content content, boolean inline, @Nullable String contentId) {
        this(name, type, content, inline, contentId, name);
    }

    /** Whether it lies in another file of the mail, such as an attached mail. */
    public boolean isWithin() {
        return !path.equals(name);
    }
}
