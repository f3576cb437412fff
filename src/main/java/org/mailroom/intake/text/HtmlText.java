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

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "tr",
            "ul");
    private static final Set<String> SPACED =
            Set.of("h1", "h2", "h3", "h4", "h5", "h6", "p", "table", "ul", "ol", "dl");
    private static final Set<String> UNREAD = Set.of(
            "head",
            "title",
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "math",
            "object",
            "iframe",
            "select",
            "textarea");
    private static final int DEEPEST_SHOWN = 10;
    private static final int DEEPEST_ITEM = 4;
    private static final int LONGEST_ADDRESS = 200;
    private static final int LONGEST_SYMBOL = 8;

    private final Map<Node, OldHtml.Mark> marks;
    private final StringBuilder lines = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private final Deque<Integer> numbers = new ArrayDeque<>();
    private final Deque<Integer> links = new ArrayDeque<>();
    private boolean spaced;
    private boolean blankLine;
    private int quoted;
    private int quotedBefore;
    private int verbatim;

    private HtmlText(Map<Node, OldHtml.Mark> marks) {
        this.marks = marks;
    }

    /** With a line before each old mail that is marked, and without what is to be left out. */
    static String of(Element body, Map<Node, OldHtml.Mark> marks) {
        HtmlText text = new HtmlText(marks);
        NodeTraversor.filter(text, body);
        text.endLine();
        return CleanText.block(
                text.lines.toString().replaceAll("\n{3,}", "\n\n").strip());
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
            endLine();
            line.append(Lines.OLD);
            endLine();
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
            case "br" -> breakLine();
            case "td", "th" -> line.append(line.isEmpty() || endsWithSpace() ? "" : " ");
            case "img" -> appendSymbol(element.attr("alt"));
            case "a" -> links.push(lines.length() + line.length());
            default -> openBlock(element);
        }
        return FilterResult.CONTINUE;
    }

    private void openBlock(Element element) {
        if (!BLOCKS.contains(element.nodeName())) {
            return;
        }
        endLine();
        spaced |= isSpaced(element);
        if (isQuotation(element)) {
            quoted++;
        }
        switch (element.nodeName()) {
            case "ol" -> numbers.push(number(element.attr("start"), 1));
            case "ul" -> numbers.push(0);
            case "li" -> openItem(element);
            default -> {}
        }
    }

    private void openItem(Element item) {
        line.append("  ".repeat(Math.min(DEEPEST_ITEM, Math.max(0, numbers.size() - 1))));
        int number = numbers.isEmpty() ? 0 : number(item.attr("value"), numbers.pop());
        boolean isNumbered = item.parent() != null && item.parent().nameIs("ol");
        line.append(isNumbered ? number + ". " : "- ");
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
        endLine();
        if (isQuotation(element)) {
            quoted--;
        }
        if (element.nameIs("ol") || element.nameIs("ul")) {
            numbers.poll();
        }
        spaced |= isSpaced(element);
    }

    /** Its address, unless that is what its text says or nobody could read it. */
    private void closeLink(Element link) {
        int from = links.pop() - lines.length();
        if (!link.hasAttr("href")) {
            return;
        }
        String address = link.attr("href").strip().replaceFirst("(?i)^mailto:", "");
        String text = from >= 0 && from <= line.length() ? line.substring(from).strip() : "";
        boolean leads = address.matches("(?i)https?://.+") || link.attr("href").regionMatches(true, 0, "mailto:", 0, 7);
        boolean saysSo = text.matches("\\S*[.@]\\S*") && address.contains(text);
        if (leads && !text.isEmpty() && !saysSo && address.length() <= LONGEST_ADDRESS && verbatim == 0) {
            line.append(endsWithSpace() ? "<" : " <").append(address).append(">");
        }
    }

    private void append(TextNode words) {
        if (verbatim > 0) {
            String[] each = words.getWholeText().replace('\u00a0', ' ').split("\r\n|\r|\n", -1);
            for (int at = 0; at < each.length - 1; at++) {
                line.append(each[at]);
                breakLine();
            }
            line.append(each[each.length - 1]);
            return;
        }
        blankLine |= words.getWholeText().indexOf('\u00a0') >= 0;
        String text = words.text().replace('\u00a0', ' ');
        line.append(line.isEmpty() || endsWithSpace() ? text.stripLeading() : text);
    }

    /** A smiley that was sent as a picture. */
    private void appendSymbol(String alt) {
        if (alt.length() <= LONGEST_SYMBOL
                && alt.codePoints().anyMatch(each -> each > 0x2000)
                && alt.codePoints().noneMatch(Character::isLetterOrDigit)) {
            line.append(alt);
        }
    }

    private boolean endsWithSpace() {
        return !line.isEmpty() && line.charAt(line.length() - 1) == ' ';
    }

    /** A block with nothing in it but a space that does not break is how Outlook and others write an empty line. */
    private void endLine() {
        if (blankLine || !line.toString().isBlank()) {
            breakLine();
        } else {
            line.setLength(0);
        }
    }

    private void breakLine() {
        boolean isEmpty = line.toString().isBlank();
        if (spaced && !lines.isEmpty() && !isEmpty) {
            lines.append(quotation(Math.min(quoted, quotedBefore)).strip()).append('\n');
        }
        spaced &= isEmpty;
        blankLine = false;
        quotedBefore = quoted;
        lines.append((quotation(quoted) + line).stripTrailing()).append('\n');
        line.setLength(0);
    }

    private static String quotation(int depth) {
        return ">".repeat(Math.min(DEEPEST_SHOWN, depth)) + (depth > 0 ? " " : "");
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
