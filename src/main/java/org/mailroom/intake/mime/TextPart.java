package org.mailroom.intake.mime;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailroom.intake.mime.bytes.Slice;
import org.mailroom.intake.mime.charset.Decoded;
import org.mailroom.intake.mime.field.Parameters;
import org.mailroom.intake.mime.words.FlowedText;
import org.mailroom.intake.text.CleanText;

/**
 * The characters of a part that is a text.
 *
 * @param html whether it is HTML, whatever its type says
 * @param fits whether it was in the character set that it declares
 */
record TextPart(String text, boolean html, boolean fits) {

    static TextPart of(Entity entity, String type, Slice bytes) {
        boolean declaredHtml = type.equals("text/html");
        String meta = declaredHtml ? HtmlCharset.in(bytes) : null;
        Decoded decoded = decoded(bytes, entity.type().get("charset").orElse(null), meta);
        boolean html = isHtml(decoded.text(), declaredHtml);
        String text = html ? decoded.text() : unfolded(entity.type(), decoded.text());
        return new TextPart(text, html, decoded.asDeclared());
    }

    /** As far as the limits allow. A tag costs far more than a letter: each becomes a piece of a document. */
    String shown(ReadingLimits limits) {
        String shown = CleanText.cut(text, limits.textLength());
        int end = html ? shown.indexOf('<') : -1;
        for (int tags = 1; end >= 0 && tags <= limits.tags(); tags++) {
            end = shown.indexOf('<', end + 1);
        }
        return end < 0 ? shown : CleanText.cut(shown, end);
    }

    private static Decoded decoded(Slice bytes, @Nullable String declared, @Nullable String meta) {
        return declared == null && meta != null
                ? new Decoded(Decoded.of(bytes, meta).text(), true)
                : Decoded.of(bytes, declared, meta);
    }

    /** A page that is sent as text is still a page; a text without any angle bracket is none. */
    private static boolean isHtml(String text, boolean declared) {
        if (declared) {
            return text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
        }
        String beginning = CleanText.cut(text, 200).stripLeading().toLowerCase(Locale.ROOT);
        return beginning.startsWith("<!doctype html") || beginning.startsWith("<html");
    }

    private static String unfolded(Parameters type, String text) {
        boolean flowed = type.get("format").filter("flowed"::equalsIgnoreCase).isPresent();
        boolean spaceIsAdded = type.get("delsp").filter("yes"::equalsIgnoreCase).isPresent();
        return flowed ? FlowedText.of(text, spaceIsAdded) : text;
    }
}
