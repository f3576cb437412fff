package org.mailroom.outbox;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.HashMap;
import java.util.Map;
import org.mailroom.outbox.MailTexts.Kind;

/** A text with tags. Only the tags of its kind: nothing else of Mustache that could reach into the program. */
final class MailTemplate {

    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(false).strictSections(true).emptyStringIsFalse(true);

    private final Kind kind;
    private final Template template;

    MailTemplate(Kind kind, String text) {
        this.kind = kind;
        try {
            this.template = COMPILER.compile(text);
        } catch (MustacheException notMustache) {
            throw new BrokenText("The text " + kind + " cannot be read: " + notMustache.getMessage());
        }
        template.visit(new OnlyKnownTags(kind));
    }

    String fill(Map<String, String> tags) {
        Map<String, String> values = new HashMap<>();
        kind.tags().forEach(tag -> values.put(tag, tags.getOrDefault(tag, "")));
        return template.execute(values);
    }

    private record OnlyKnownTags(Kind kind) implements Mustache.Visitor {

        @Override
        public void visitText(String text) {}

        @Override
        public void visitVariable(String name) {
            check(name);
        }

        @Override
        public boolean visitSection(String name) {
            return check(name);
        }

        @Override
        public boolean visitInvertedSection(String name) {
            return check(name);
        }

        @Override
        public boolean visitInclude(String name) {
            return check(">" + name);
        }

        @Override
        public boolean visitParent(String name) {
            return check("<" + name);
        }

        @Override
        public boolean visitBlock(String name) {
            return check("$" + name);
        }

        private boolean check(String name) {
            if (!kind.tags().contains(name)) {
                throw new BrokenText(
                        "The text " + kind + " has the tag {{" + name + "}}, which it may not use; it may use "
                                + kind.tags().stream().sorted().toList());
            }
            return true;
        }
    }
}
