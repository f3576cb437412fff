package org.mailroom.intake.forward;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.LeafNode;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/**
 * The part of a mail's HTML that belongs to the mail in it. The place is told by the letters and digits before it, the only
 * thing that HTML and its text have in common whatever stands between them.
 */
final class OriginalHtml {

    private final List<Node> before = new ArrayList<>();
    private long left;
    private boolean begun;

    private OriginalHtml(long letters) {
        this.left = letters;
    }

    /** @param letters how many letters and digits of the text stand before it */
    static String after(long letters, String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        OriginalHtml original = new OriginalHtml(letters);
        NodeTraversor.traverse((node, depth) -> original.look(node), document.body());
        remove(original.before);
        return document.body().html().strip();
    }

    /** With the elements that have nothing in them any more. All of a parent at once: one by one takes too long in a long list. */
    private static void remove(List<Node> nodes) {
        List<Node> gone = nodes;
        while (!gone.isEmpty()) {
            Set<Node> removed = Collections.newSetFromMap(new IdentityHashMap<>());
            removed.addAll(gone);
            Set<Element> parents = Collections.newSetFromMap(new IdentityHashMap<>());
            gone.stream().map(Node::parent).forEach(parent -> parents.add((Element) parent));
            parents.forEach(parent -> keep(parent, removed));
            gone = parents.stream()
                    .filter(parent -> isEmpty(parent) && !parent.nameIs("body"))
                    .map(Node.class::cast)
                    .toList();
        }
    }

    private static void keep(Element parent, Set<Node> removed) {
        List<Node> kept = parent.childNodes().stream()
                .filter(node -> !removed.contains(node))
                .toList();
        parent.empty();
        parent.insertChildren(0, kept);
    }

    private void look(Node node) {
        if (begun) {
            return;
        }
        if (node instanceof TextNode text) {
            look(text);
        } else if (node instanceof LeafNode || node instanceof Element element && isEmpty(element)) {
            before.add(node);
        }
    }

    private static boolean isEmpty(Element element) {
        return element.childNodeSize() == 0;
    }

    private void look(TextNode node) {
        String text = node.getWholeText();
        int at = 0;
        while (at < text.length() && left > 0) {
            int point = text.codePointAt(at);
            left -= Character.isLetterOrDigit(point) ? 1 : 0;
            at += Character.charCount(point);
        }
        String rest = text.substring(at);
        begun = left == 0 && rest.codePoints().anyMatch(Character::isLetterOrDigit);
        if (begun) {
            node.text(rest.stripLeading());
        } else {
            before.add(node);
        }
    }
}
