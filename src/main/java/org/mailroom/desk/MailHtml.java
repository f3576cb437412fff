package org.mailroom.desk;

import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.mailroom.cases.CaseView;

/**
 * Makes the page that shows a mail's HTML. It was sanitised on its way in; here pictures that came with the mail get their
 * address, pictures from elsewhere are left out unless they were asked for, and links open outside.
 */
final class MailHtml {

    private static final String PAPER =
            """
            html { background: #fff; color: #1b2330; color-scheme: light; }
            body { margin: 12px; font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
            img, table { max-width: 100%; } img { height: auto; } pre { white-space: pre-wrap; }
            blockquote { margin: 8px 0; padding-left: 12px; border-left: 3px solid #c9d0da; }
            """;

    private MailHtml() {}

    /**
     * The pictures' addresses are relative to that of the page: {@code …/html} and {@code …/pictures/1} are neighbours.
     *
     * @param remote whether pictures from elsewhere are shown too
     */
    static String page(CaseView.Mail mail, boolean remote) {
        Document page = Jsoup.parse(Objects.requireNonNullElse(mail.html(), ""));
        page.select("base, meta, link, script, iframe, object, embed, form").remove();
        page.select("img").forEach(picture -> place(picture, mail, remote));
        page.select("a[href]").forEach(MailHtml::outside);
        page.head().prependElement("style").appendText(PAPER);
        page.head().prependElement("meta").attr("charset", "utf-8");
        return "<!DOCTYPE html>" + page.outerHtml();
    }

    private static void place(Element picture, CaseView.Mail mail, boolean remote) {
        picture.removeAttr("srcset");
        source(picture, mail, remote)
                .ifPresentOrElse(
                        source -> picture.attr("src", source),
                        () -> picture.replaceWith(new Element("span").text(picture.attr("alt"))));
    }

    private static Optional<String> source(Element picture, CaseView.Mail mail, boolean remote) {
        String written = picture.attr("src");
        if (written.startsWith("data:image/")) {
            return Optional.of(written).filter(MailHtml::isShowable);
        }
        return sent(written, mail)
                .map(file -> "pictures/" + file.position())
                .or(() -> remote ? RemoteImages.address(picture.attr("data-remote-src")) : Optional.empty());
    }

    private static boolean isShowable(String data) {
        String encoded = data.substring(data.indexOf(',') + 1);
        return PictureSize.isShowable(Base64.getMimeDecoder().decode(encoded));
    }

    private static Optional<CaseView.File> sent(String source, CaseView.Mail mail) {
        String id = source.regionMatches(true, 0, "cid:", 0, 4) ? source.substring(4) : "";
        return mail.files().stream()
                .filter(file -> !id.isEmpty() && file.inline() && id.equals(file.contentId()))
                .findFirst();
    }

    private static void outside(Element link) {
        link.attr("target", "_blank").attr("rel", "noopener noreferrer nofollow");
    }
}
