package org.mailroom.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.mailroom.cases.CaseView;

/**
 * The images of a mail that lie on the web. They are not loaded unless somebody asks for it: fetching one tells its owner
 * who reads when. What the template asks is public, which it has to be for that.
 *
 * @param hosts where they lie, each once, in the order of the mail
 */
record RemoteImages(int count, List<String> hosts) {

    /** As it stands in sanitised HTML, where no text and no value has a quotation mark or such a beginning of its own. */
    private static final Pattern IMAGE = Pattern.compile("<img\\b[^>]*?\\bdata-remote-src=\"([^\"]*)\"");

    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)(?:https?:)?[/\\\\]{2}([\\p{L}\\p{N}.-]+(?::\\d{1,5})?)([/?#\\\\].*)?", Pattern.DOTALL);

    private static final int MOST_NAMED = 3;

    /** By the id of the mail; mails without such images are not among them. */
    static Map<Long, RemoteImages> of(CaseView shown) {
        Map<Long, RemoteImages> all = new HashMap<>();
        for (CaseView.Entry entry : shown.entries()) {
            if (entry instanceof CaseView.Mail mail && mail.html() != null) {
                Optional.of(in(mail.html()))
                        .filter(found -> found.count > 0)
                        .ifPresent(found -> all.put(mail.id(), found));
            }
        }
        return all;
    }

    static RemoteImages in(String html) {
        List<Matcher> addresses = IMAGE.matcher(html)
                .results()
                .map((MatchResult image) -> ADDRESS.matcher(Parser.unescapeEntities(image.group(1), true)))
                .filter(Matcher::matches)
                .toList();
        return new RemoteImages(
                addresses.size(),
                addresses.stream().map(address -> address.group(1)).distinct().toList());
    }

    /** Where it is fetched from: over TLS, whatever the mail says. Nothing where that is no address. */
    static Optional<String> address(String source) {
        return Optional.of(ADDRESS.matcher(source))
                .filter(Matcher::matches)
                .map(address -> "https://" + address.group(1) + (address.group(2) == null ? "" : address.group(2)));
    }

    /** The first few of them. */
    public String named() {
        return String.join(", ", hosts.subList(0, Math.min(MOST_NAMED, hosts.size())));
    }

    /** How many more there are. */
    public int unnamed() {
        return Math.max(0, hosts.size() - MOST_NAMED);
    }
}
