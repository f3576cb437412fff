package org.mailroom.intake.mime;

import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.mailroom.intake.text.NewText;
import org.mailroom.intake.text.SafeHtml;

/**
 * A stretch of what the sender wrote.
 *
 * @param plain as he wrote it in plain text; null where there is only HTML
 * @param html safe; null where there is only plain text
 * @param htmlText the HTML as plain text; empty where there is none
 * @param marked the same with marks for {@link NewText}
 */
record Block(@Nullable String plain, @Nullable String html, String htmlText, String marked) {

    static final Block EMPTY = new Block(null, null, "", "");

    static Block plain(String plain) {
        return new Block(plain, null, "", "");
    }

    static Block html(SafeHtml safe) {
        return new Block(null, safe.html(), safe.text(), safe.marked());
    }

    /** One after the other. */
    static Block joined(List<Block> blocks) {
        boolean plain = blocks.stream().anyMatch(block -> block.plain != null);
        boolean html = blocks.stream().anyMatch(block -> block.html != null);
        String text = blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
        return new Block(
                plain ? text : null,
                html ? blocks.stream().map(Block::asHtml).collect(Collectors.joining("\n")) : null,
                html ? text : "",
                html ? blocks.stream().map(Block::asMarked).collect(Collectors.joining("\n")) : "");
    }

    /** Both say the same: of each form the later, which is the richer (RFC 2046, 5.1.4). */
    Block or(Block later) {
        boolean plainer = later.plain == null || later.plain.isBlank();
        boolean html = later.html != null;
        return new Block(
                plainer ? plain : later.plain,
                html ? later.html : this.html,
                html ? later.htmlText : htmlText,
                html ? later.marked : marked);
    }

    boolean isEmpty() {
        return plain == null && html == null;
    }

    /** Whether there is a word or a picture in it. */
    boolean says() {
        return html != null || (plain != null && !plain.isBlank());
    }

    /** As plain text: as written, or made from the HTML. */
    String text() {
        return plain != null && !(plain.isBlank() && html != null) ? plain : htmlText;
    }

    /** What is new in it. */
    String newText() {
        if (html == null) {
            return NewText.of(text());
        }
        return plain == null || plain.isBlank() ? NewText.ofHtml(htmlText, marked) : NewText.ofBoth(plain, marked);
    }

    private String asMarked() {
        return html != null ? marked : text();
    }

    private String asHtml() {
        return html != null ? html : "<pre>" + Entities.escape(text()) + "</pre>";
    }
}
