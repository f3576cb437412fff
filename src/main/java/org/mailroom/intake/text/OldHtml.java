package org.mailroom.intake.text;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.mailroom.intake.words.Label;
import org.mailroom.intake.words.WordTable;

/**
 * Finds what mail programs mark in HTML themselves, by ids and classes: the old mail and the signature. Their names are
 * known before any language is.
 */
final class OldHtml implements NodeFilter {

    /** What is to be done about an element on the way to text. */
    enum Mark {
        STARTS_OLD_MAIL,
        LEFT_OUT
    }

    private static final WordTable TABLE = WordTable.read("html-marks");
    private static final Set<String> STARTS = TABLE.of("starts");
    private static final Set<String> ATTRIBUTIONS = TABLE.of("attributions");
    private static final Set<String> WRAPPERS = TABLE.of("wrappers");
    private static final Set<String> MIXED = TABLE.of("mixed");
    private static final Set<String> SIGNATURES = TABLE.of("signatures");

    /** What programs put before the names in a mail that they show again. */
    private static final Pattern PREFIX =
            Pattern.compile("^(?:x_|ecx|m_-?\\d{1,30}|yiv\\d{1,20}|ydp[0-9a-f]{1,20}|v\\d)+");

    private static final Pattern NUMBER = Pattern.compile("[-_]?\\d{4,}$");
    private static final int LONGEST_ATTRIBUTION = 400;
    private static final int LONGEST_SIGNATURE = 3_000;
    private static final int LONGEST_LABEL = 40;

    private final Map<Node, Mark> marks = new IdentityHashMap<>();

    private OldHtml() {}

    static Map<Node, Mark> in(Element body) {
        OldHtml old = new OldHtml();
        NodeTraversor.filter(old, body);
        return old.marks;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof Comment comment && isStart(comment)) {
            marks.put(node, Mark.STARTS_OLD_MAIL);
        }
        return node instanceof Element element ? look(element) : FilterResult.CONTINUE;
    }

    private FilterResult look(Element element) {
        if (element.attributesSize() == 0) {
            return element.nameIs("blockquote") ? FilterResult.SKIP_CHILDREN : FilterResult.CONTINUE;
        }
        List<String> names = names(element).toList();
        if (names.stream().anyMatch(WRAPPERS::contains)) {
            return leaveOut(element);
        }
        if (names.stream().anyMatch(SIGNATURES::contains) && isSignature(element)) {
            return leaveOut(element);
        }
        if (!element.nameIs("blockquote") && names.stream().anyMatch(MIXED::contains)) {
            return lookInside(element);
        }
        if (names.stream().anyMatch(each -> STARTS.contains(each) || ATTRIBUTIONS.contains(each))
                || isOutlookHeader(element)) {
            marks.put(element, Mark.STARTS_OLD_MAIL);
        }
        return HtmlText.isQuotation(element) ? FilterResult.SKIP_CHILDREN : FilterResult.CONTINUE;
    }

    private FilterResult leaveOut(Element element) {
        marks.put(element, Mark.LEFT_OUT);
        return FilterResult.SKIP_ENTIRELY;
    }

    /** The words up to the quotation say who wrote it; where there are more, it quotes without saying so. */
    private FilterResult lookInside(Element wrapper) {
        int words = 0;
        for (Node node : (Iterable<Node>) wrapper.nodeStream()::iterator) {
            if (node instanceof Element element && HtmlText.isQuotation(element)) {
                marks.put(wrapper, Mark.STARTS_OLD_MAIL);
                return FilterResult.CONTINUE;
            }
            words += node instanceof TextNode text ? text.getWholeText().length() : 0;
            if (words > LONGEST_ATTRIBUTION) {
                break;
            }
        }
        return leaveOut(wrapper);
    }

    private static boolean isSignature(Element element) {
        return element.nodeStream()
                                .filter(TextNode.class::isInstance)
                                .mapToInt(
                                        node -> ((TextNode) node).getWholeText().length())
                                .limit(LONGEST_SIGNATURE)
                                .sum()
                        <= LONGEST_SIGNATURE
                && element.selectFirst("blockquote") == null;
    }

    /** A line above and the header of the old mail below, as Outlook draws it in whatever unit and order. */
    private static boolean isOutlookHeader(Element element) {
        if (element.nameIs("hr")) {
            return element.attr("tabindex").equals("-1")
                    && element.attr("style").contains("98%");
        }
        String style = element.attr("style").toLowerCase(Locale.ROOT);
        if (!style.contains("border")) {
            return false;
        }
        String padding = InlineStyle.of(element).value("padding");
        return padding.startsWith("3pt 0")
                || padding.startsWith("3.0pt 0")
                || style.contains("border-top") && style.contains("solid") && beginsWithAuthor(element);
    }

    private static boolean beginsWithAuthor(Element element) {
        return element.nodeStream()
                .filter(TextNode.class::isInstance)
                .map(node -> ((TextNode) node).getWholeText().strip())
                .filter(words -> !words.isEmpty())
                .findFirst()
                .filter(words -> words.length() <= LONGEST_LABEL && words.matches(".*[:：]"))
                .flatMap(words -> Label.of(words.substring(0, words.length() - 1)))
                .filter(Label.FROM::equals)
                .isPresent();
    }

    private static boolean isStart(Comment comment) {
        String data = comment.getData().toLowerCase(Locale.ROOT).replace(" ", "");
        return data.length() < 60 && (data.contains("originalmessage") || data.contains("originalcontent"));
    }

    /** A name is marked as such: "quote" as a class is anybody's. */
    private static String named(Element element) {
        return element.hasAttr("name") ? "name:" + element.attr("name") : "";
    }

    private static Stream<String> names(Element element) {
        return Stream.of(
                        element.id(),
                        element.className(),
                        named(element),
                        element.attr("data-marker"),
                        element.attr("data-smartmail"))
                .filter(name -> !name.isEmpty() && name.length() < 500)
                .flatMap(name -> Stream.of(name.strip().split("\\s+")))
                .map(name -> PREFIX.matcher(name.toLowerCase(Locale.ROOT)).replaceFirst(""))
                .map(name -> NUMBER.matcher(name).replaceFirst(""));
    }
}
