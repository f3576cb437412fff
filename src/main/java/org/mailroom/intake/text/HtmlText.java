package org.mailroom.intake.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * HTML as plain text, as it is read: blocks become lines, paragraphs have an empty line between, list items a hyphen or
 * number, quotations a {@code >} before each line, links their address where their text is another. What is hidden is left
 * out.
 */
final class HtmlText implements NodeFilter {

    private static final Set<String> BLOCKS =
            Set.of(("address article aside blockquote center dd div dl dt figure footer form h1 h2 h3 h4 "
                            + "h5 h6 header hr li main nav ol p pre section table tr ul")
                    .split(" "));
    private static final Set<String> SPACED =
            Set.of("h1", "h2", "h3", "h4", "h5", "h6", "p", "table", "ul", "ol", "dl");
    private static final Set<String> UNREAD =
            Set.of(("head title script style noscript template svg math object iframe select textarea").split(" "));
    private static final int DEEPEST_ITEM = 4;
    private static final int LONGEST_ADDRESS = 200;
    private static final int LONGEST_SYMBOL = 8;

    private final Map<Node, OldHtml.Mark> marks;
    private final ShownLines lines = new ShownLines();
    private final Deque<Integer> numbers = new ArrayDeque<>();
    private final Deque<Integer> links = new ArrayDeque<>();
    private int verbatim;

    private HtmlText(Map<Node, OldHtml.Mark> marks) {
        this.marks = marks;
    }

    /** With a line before each old mail that is marked, and without what is to be left out. */
    static String of(Element body, Map<Node, OldHtml.Mark> marks) {
        HtmlText text = new HtmlText(marks);
        NodeTraversor.filter(text, body);
        return CleanText.block(text.lines.all());
    }

    /** Some programs use the element to indent. */
    static boolean isQuotation(Element element) {
        return element.nameIs("blockquote")
                && (element.attr("type").equals("cite")
                        || !InlineStyle.of(element).hasNoBorder()
                        || element.className().contains("quote"));
    }

    @Override
    public FilterResult head(Node node, int depth) {
        OldHtml.Mark mark = marks.get(node);
        if (mark == OldHtml.Mark.LEFT_OUT) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (mark == OldHtml.Mark.STARTS_OLD_MAIL) {
            lines.endLine();
            lines.append(Lines.OLD);
            lines.endLine();
        }
        if (node instanceof TextNode words) {
            append(words);
        }
        return node instanceof Element element ? open(element) : FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            close(element);
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult open(Element element) {
        if (UNREAD.contains(element.nodeName())
                || element.hasAttr("hidden")
                || InlineStyle.of(element).hides()) {
            return FilterResult.SKIP_ENTIRELY;
        }
        verbatim += isVerbatim(element) ? 1 : 0;
        switch (element.nodeName()) {
            case "br" -> lines.breakLine();
            case "td", "th" -> lines.appendWords(" ");
            case "img" -> appendSymbol(element.attr("alt"));
            case "a" -> links.push(lines.length());
            default -> openBlock(element);
        }
        return FilterResult.CONTINUE;
    }

    private void openBlock(Element element) {
        if (!BLOCKS.contains(element.nodeName())) {
            return;
        }
        lines.endLine();
        lines.space(isSpaced(element));
        lines.quote(isQuotation(element) ? 1 : 0);
        switch (element.nodeName()) {
            case "ol" -> numbers.push(number(element.attr("start"), 1));
            case "ul" -> numbers.push(0);
            case "li" -> openItem(element);
            default -> {}
        }
    }

    private void openItem(Element item) {
        lines.append("  ".repeat(Math.min(DEEPEST_ITEM, Math.max(0, numbers.size() - 1))));
        int number = numbers.isEmpty() ? 0 : number(item.attr("value"), numbers.pop());
        boolean isNumbered = item.parent() != null && item.parent().nameIs("ol");
        lines.append(isNumbered ? number + ". " : "- ");
        numbers.push(number + 1);
    }

    private void close(Element element) {
        verbatim -= isVerbatim(element) ? 1 : 0;
        if (element.nameIs("a")) {
            closeLink(element);
        }
        if (!BLOCKS.contains(element.nodeName())) {
            return;
        }
        lines.endLine();
        lines.quote(isQuotation(element) ? -1 : 0);
        if (element.nameIs("ol") || element.nameIs("ul")) {
            numbers.poll();
        }
        lines.space(isSpaced(element));
    }

    /** Its address, unless that is what its text says or nobody could read it. */
    private void closeLink(Element link) {
        String text = lines.since(links.pop()).strip();
        if (!link.hasAttr("href")) {
            return;
        }
        String address = link.attr("href").strip().replaceFirst("(?i)^mailto:", "");
        boolean leads = address.matches("(?i)https?://.+") || link.attr("href").regionMatches(true, 0, "mailto:", 0, 7);
        boolean saysSo = text.matches("\\S*[.@]\\S*") && address.contains(text);
        if (leads && !text.isEmpty() && !saysSo && address.length() <= LONGEST_ADDRESS && verbatim == 0) {
            lines.appendWords(" ");
            lines.append("<" + address + ">");
        }
    }

    private void append(TextNode words) {
        if (verbatim > 0) {
            lines.appendVerbatim(words.getWholeText().replace('\u00a0', ' '));
            return;
        }
        lines.keepEmpty(words.getWholeText().indexOf('\u00a0') >= 0);
        lines.appendWords(words.text().replace('\u00a0', ' '));
    }

    /** A smiley that was sent as a picture. */
    private void appendSymbol(String alt) {
        if (alt.length() <= LONGEST_SYMBOL
                && alt.codePoints().anyMatch(each -> each > 0x2000)
                && alt.codePoints().noneMatch(Character::isLetterOrDigit)) {
            lines.append(alt);
        }
    }

    private static boolean isSpaced(Element element) {
        return SPACED.contains(element.nodeName())
                && !element.className().contains("MsoNormal")
                && !InlineStyle.of(element).hasNoMargin();
    }

    private static boolean isVerbatim(Element element) {
        return element.nameIs("pre") || InlineStyle.of(element).keepsSpaces();
    }

    private static int number(String written, int otherwise) {
        return written.matches("\\d{1,6}") ? Integer.parseInt(written) : otherwise;
    }
}
