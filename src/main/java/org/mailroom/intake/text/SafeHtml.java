package org.mailroom.intake.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * HTML of a mail with all taken out that is not on a list of harmless elements and attributes: no script, style, form or
 * frame, no link but to web, mail and telephone, no image but those inside the mail. The address of an image on the web is
 * kept in {@code data-remote-src}, where no browser loads it.
 */
public final class SafeHtml {

    private static final String REMOTE = "data-remote-src";
    private static final Safelist HARMLESS = harmless();

    private final Document document;

    private SafeHtml(Document document) {
        this.document = document;
    }

    public static SafeHtml of(String html) {
        Document whole = Jsoup.parse(html);
        whole.select("img[src~=(?i)^\\s*(https?:)?//]").forEach(SafeHtml::setAside);
        Document safe = new Cleaner(HARMLESS).clean(whole);
        safe.outputSettings().prettyPrint(false);
        return new SafeHtml(safe);
    }

    public String html() {
        return CleanText.block(document.body().html());
    }

    /** The same as plain text. */
    public String text() {
        return HtmlText.of(document.body());
    }

    /** The content ids of the images that it shows from inside the mail. */
    public Set<String> contentIds() {
        return document.select("img[src^=cid:]").stream()
                .map(image -> image.attr("src").substring("cid:".length()))
                .map(SafeHtml::unescaped)
                .collect(Collectors.toSet());
    }

    private static void setAside(Element image) {
        image.attr(REMOTE, image.attr("src").strip()).removeAttr("src");
    }

    /** A content id in an address has its special characters escaped (RFC 2392). */
    private static String unescaped(String contentId) {
        try {
            return URLDecoder.decode(contentId.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEscaped) {
            return contentId;
        }
    }

    private static Safelist harmless() {
        return Safelist.relaxed()
                .addTags("address", "center", "del", "font", "hr", "ins", "s", "tt")
                .addAttributes(":all", "align", "bgcolor", "dir", "lang", "title", "valign")
                .addAttributes("font", "color", "face", "size")
                .addAttributes("table", "border", "cellpadding", "cellspacing")
                .addAttributes("img", REMOTE)
                .addProtocols("img", "src", "cid")
                .removeProtocols("img", "src", "http", "https")
                .addProtocols("a", "href", "tel")
                .removeProtocols("a", "href", "ftp")
                .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow")
                .addEnforcedAttribute("a", "target", "_blank");
    }
}
