package org.mailroom.intake.mime;

import java.util.function.Function;
import org.mailroom.intake.mime.bytes.Slice;
import org.mailroom.intake.mime.words.Invitation;
import org.mailroom.intake.mime.wrapped.Winmail;
import org.mailroom.intake.text.CleanText;

/**
 * What is shown where a mail has no text of its own: the text in its winmail.dat, what its invitation says, or its first
 * file of text. Each stays a file too.
 */
final class LastResort {

    private final Reading reading;
    private String html = "";
    private String text = "";
    private String invitation = "";
    private String file = "";

    LastResort(Reading reading) {
        this.reading = reading;
    }

    void offer(Winmail winmail) {
        if (text.isBlank() && html.isBlank()) {
            html = cut(winmail.html());
            text = cut(winmail.text());
        }
    }

    /** A file that stands in the mail itself. */
    void offer(Entity entity, String type) {
        if (type.equals("text/calendar") && invitation.isBlank()) {
            invitation = cut(Invitation.of(textOf(entity, type)));
        } else if (isReadable(entity, type) && file.isBlank()) {
            file = textOf(entity, type);
        }
    }

    /** @param safe makes HTML harmless */
    Block block(Function<String, Block> safe) {
        if (!html.isBlank()) {
            Block shown = safe.apply(html);
            return text.isBlank() ? shown : Block.plain(CleanText.block(text)).or(shown);
        }
        String best = !text.isBlank() ? text : !invitation.isBlank() ? invitation : file;
        return best.isBlank() ? Block.EMPTY : Block.plain(CleanText.block(best));
    }

    private static boolean isReadable(Entity entity, String type) {
        return type.startsWith("text/")
                && !entity.isAttached()
                && !type.equals("text/rfc822-headers")
                && !type.equals("text/html");
    }

    private String textOf(Entity entity, String type) {
        Slice bytes = entity.decoded().first(reading.limits().textLength());
        String written = TextPart.of(entity, type, bytes).text();
        boolean enriched = type.equals("text/enriched") || type.equals("text/richtext");
        return enriched ? EnrichedText.plain(written) : written;
    }

    private String cut(String whole) {
        return CleanText.cut(whole, reading.limits().textLength());
    }
}
