package org.mailroom.intake.text;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** HTML as plain text: blocks become lines, list items get a hyphen, quotations a {@code >} before each line. */
final class HtmlText implements NodeVisitor {

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "blockquote",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "li",
            "ol",
            "p",
            "pre",
            "table",
            "tr",
            "ul");
    private static final Set<String> SPACED = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "p", "table", "ul", "ol");

    private final StringBuilder lines = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private int quoted;

    static String of(Element body) {
        HtmlText text = new HtmlText();
        NodeTraversor.traverse(text, body);
        text.endLine();
        return CleanText.block(
                text.lines.toString().replaceAll("\n{3,}", "\n\n").strip());
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words);
        } else if (node.nameIs("br")) {
            breakLine();
        } else if (BLOCKS.contains(node.nodeName())) {
            open(node);
        } else if (node.nameIs("td") || node.nameIs("th")) {
            line.append(line.isEmpty() ? "" : " ");
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!BLOCKS.contains(node.nodeName())) {
            return;
        }
        endLine();
        if (node.nameIs("blockquote")) {
            quoted--;
        }
        if (SPACED.contains(node.nodeName())) {
            breakLine();
        }
    }

    private void open(Node block) {
        endLine();
        if (block.nameIs("blockquote")) {
            quoted++;
        }
        if (block.nameIs("li")) {
            line.append("- ");
        }
    }

    private void append(TextNode words) {
        if (words.parent() != null && words.parent().nameIs("pre")) {
            words.getWholeText().lines().forEach(this::appendLine);
            return;
        }
        String text = words.text().replace('\u00a0', ' ');
        line.append(line.isEmpty() || line.charAt(line.length() - 1) == ' ' ? text.stripLeading() : text);
    }

    private void appendLine(String whole) {
        line.append(whole);
        breakLine();
    }

    private void endLine() {
        if (!line.toString().isBlank()) {
            breakLine();
        }
    }

    private void breakLine() {
        String prefix = ">".repeat(quoted) + (quoted > 0 ? " " : "");
        lines.append((prefix + line).stripTrailing()).append('\n');
        line.setLength(0);
    }
}
