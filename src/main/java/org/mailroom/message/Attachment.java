package org.mailroom.message;

import org.jspecify.annotations.Nullable;

/**
 * A part of a mail that is a file of its own.
 *
 * @param name a file name without a path, never empty
 * @param type the media type as declared, without parameters, in lower case
 * @param inline whether the text shows it in place (an image referenced by its content id)
 * @param contentId the Content-ID without angle brackets; null where there is none
 */
public record Attachment(String name, String type, Content content, boolean inline, @Nullable String contentId) {}
