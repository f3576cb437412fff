package org.mailroom.intake.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Shows where a link leads: its address is its title, and where its text is an address of another place, that place stands
 * behind it.
 */
final class LinkTarget {

    private static final int LONGEST_TITLE = 300;
    private static final Pattern AUTHORITY = Pattern.compile("(?i)^(?:https?:)?//+([^/?#\\\\]{1,300})");
    private static final Pattern MAIL = Pattern.compile("(?i)^mailto:[^@?]{1,200}@([^?,;\\s]{1,200})");
    private static final Pattern SHOWN = Pattern.compile(
            "(?i)^(?:https?://+)?(?:[^\\s/@]{1,100}@)?((?:[\\p{L}\\p{Nd}-]{1,63}\\.){1,8}\\p{L}{2,24})(?::\\d+)?(?:[/?#]\\S*)?$");

    private LinkTarget() {}

    static void show(Element link) {
        String address = link.attr("href").strip();
        link.attr("title", CleanText.cut(address, LONGEST_TITLE));
        String target = host(address);
        Matcher shown = SHOWN.matcher(CleanText.cut(link.text().strip(), LONGEST_TITLE));
        if (!target.isEmpty() && shown.matches() && !isSame(shown.group(1).toLowerCase(Locale.ROOT), target)) {
            Element warning = new Element("strong").attr("style", "color: #b3261e");
            link.appendChild(warning.appendChild(new TextNode(" [→ " + target + "]")));
        }
    }

    /** Where the browser goes: behind a name and password, without the port. */
    private static String host(String address) {
        Matcher mail = MAIL.matcher(address);
        if (mail.find()) {
            return mail.group(1).toLowerCase(Locale.ROOT);
        }
        Matcher authority = AUTHORITY.matcher(address);
        if (!authority.find()) {
            return "";
        }
        String host = authority.group(1);
        return host.substring(host.lastIndexOf('@') + 1)
                .replaceFirst(":\\d*$", "")
                .toLowerCase(Locale.ROOT);
    }

    private static boolean isSame(String shown, String target) {
        String one = shown.replaceFirst("^www\\.", "");
        String other = target.replaceFirst("^www\\.", "");
        return one.equals(other) || one.endsWith("." + other) || other.endsWith("." + one);
    }
}
