package org.mailroom.intake.mime;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Pictures that the HTML names by where they lay on the web (Content-Location, RFC 2557), not by content id: here they get
 * one.
 */
final class Locations {

    static final Locations NONE = new Locations(Map.of(), "");

    private final Map<String, String> ids;
    private final String base;

    private Locations(Map<String, String> ids, String base) {
        this.ids = ids;
        this.base = base;
    }

    /** @param parts of a multipart/related */
    static Locations of(List<Entity> parts, Entity root) {
        Map<String, String> ids = new HashMap<>();
        for (Entity part : parts) {
            location(part).filter(at -> part != root).ifPresent(at -> ids.putIfAbsent(at, idOf(part, at)));
        }
        return ids.isEmpty() ? NONE : new Locations(ids, location(root).orElse(""));
    }

    static String idOf(Entity part) {
        return part.contentId()
                .or(() -> location(part).map(at -> idOf(part, at)))
                .orElse("");
    }

    private static String idOf(Entity part, String location) {
        return part.contentId().orElseGet(() -> "location-" + Integer.toHexString(location.hashCode()));
    }

    private static Optional<String> location(Entity part) {
        return part.fields()
                .first("content-location")
                .map(at -> at.replaceAll("\\s", ""))
                .filter(at -> !at.isEmpty());
    }

    /** The HTML with content ids in the place of locations. */
    String shownIn(String html) {
        if (ids.isEmpty()) {
            return html;
        }
        Document document = Jsoup.parse(html);
        for (Element picture : document.select("img[src]")) {
            String source = picture.attr("src").strip();
            String id = ids.getOrDefault(source, ids.get(resolved(source)));
            if (id != null) {
                picture.attr("src", "cid:" + id.replace("%", "%25"));
            }
        }
        return document.outerHtml();
    }

    private String resolved(String source) {
        try {
            return URI.create(base).resolve(source).toString();
        } catch (IllegalArgumentException noAddress) {
            return source;
        }
    }
}
