package org.mailroom.intake.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/**
 * HTML of a mail with all taken out that is not on a list of harmless elements and attributes: no script, style sheet, form
 * or frame, no link but to web, mail and telephone, no picture but those inside the mail. The address of a picture on the
 * web is kept in {@code data-remote-src}, where no browser loads it; of inline styles stays what changes the look of words.
 * What nobody was to see is taken out too.
 */
public final class SafeHtml {

    private static final String REMOTE = "data-remote-src";
    private static final Safelist HARMLESS = harmless();

    /** Much more than any mail has after cleaning: links and styles can make it longer than it was. */
    private static final int LONGEST = 3_000_000;

    /** More than a table of ten thousand lines has; what comes behind is in the mail as it was kept. */
    private static final int MOST_TAGS = 150_000;

    private static final Pattern ON_THE_WEB = Pattern.compile("(?i)(?:https?:|[/\\\\]{2}).*", Pattern.DOTALL);

    /** What a browser draws and does not read: no SVG, which can carry scripts. */
    private static final Pattern DRAWN =
            Pattern.compile("(?i)data:image/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\\s]{1,500000}+");

    private final Document document;
    private final String text;
    private final String marked;
    private final boolean whole;
    private @Nullable String written;

    private SafeHtml(Document document, String text, String marked, boolean whole) {
        this.document = document;
        this.text = text;
        this.marked = marked;
        this.whole = whole;
    }

    public static SafeHtml of(String html) {
        String bounded = bounded(html);
        Document written = Jsoup.parse(bounded);
        String text = HtmlText.of(written.body(), Map.of());
        String marked = HtmlText.of(written.body(), OldHtml.in(written.body()));
        written.getAllElements().forEach(SafeHtml::prepare);
        Document safe = new Cleaner(HARMLESS).clean(written);
        safe.outputSettings().prettyPrint(false);
        safe.select("a[href]").forEach(LinkTarget::show);
        return new SafeHtml(safe, text, marked, bounded.length() == html.length());
    }

    /** Of what is too long to be shown, the text alone. */
    public String html() {
        return isShort() ? written() : new Element("pre").text(text).outerHtml();
    }

    /** Whether nothing was left out for its length. */
    public boolean isWhole() {
        return whole && isShort();
    }

    private boolean isShort() {
        return written().length() <= LONGEST;
    }

    private String written() {
        if (written == null) {
            written = CleanText.block(document.body().html());
        }
        return written;
    }

    /** The same as plain text. */
    public String text() {
        return text;
    }

    /** The same as plain text for {@link NewText} alone: where an old mail starts is marked, signatures are left out. */
    public String marked() {
        return marked;
    }

    /** The content ids of the images that it shows from inside the mail. */
    public Set<String> contentIds() {
        return document.select("img[src^=cid:]").stream()
                .map(image -> image.attr("src").substring("cid:".length()))
                .map(SafeHtml::unescaped)
                .collect(Collectors.toSet());
    }

    private static String bounded(String html) {
        int end = 0;
        for (int tags = 0; tags < MOST_TAGS; tags++) {
            end = html.indexOf('<', end) + 1;
            if (end == 0) {
                return html;
            }
        }
        return html.substring(0, end - 1);
    }

    private static void prepare(Element element) {
        if (element.attributesSize() == 0) {
            return;
        }
        InlineStyle style = InlineStyle.of(element);
        if (style.hides() || element.hasAttr("hidden")) {
            element.empty();
        }
        String harmless = style.harmless();
        if (harmless.isEmpty()) {
            element.removeAttr("style");
        } else {
            element.attr("style", harmless);
        }
        if (element.nameIs("img")) {
            preparePicture(element);
        }
    }

    private static void preparePicture(Element image) {
        String source = image.attr("src").strip();
        image.removeAttr(REMOTE);
        if (ON_THE_WEB.matcher(source).matches()) {
            image.attr(REMOTE, source).removeAttr("src");
        } else if (source.regionMatches(true, 0, "data:", 0, 5)
                && !DRAWN.matcher(source).matches()) {
            image.removeAttr("src");
        }
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
                .addAttributes(":all", "align", "bgcolor", "dir", "lang", "style", "title", "valign")
                .addAttributes("font", "color", "face", "size")
                .addAttributes("table", "border", "cellpadding", "cellspacing")
                .addAttributes("img", REMOTE)
                .addProtocols("img", "src", "cid", "data")
                .removeProtocols("img", "src", "http", "https")
                .addProtocols("a", "href", "tel")
                .removeProtocols("a", "href", "ftp")
                .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow")
                .addEnforcedAttribute("a", "target", "_blank");
    }
}
