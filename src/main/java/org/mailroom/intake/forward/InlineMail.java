package org.mailroom.intake.forward;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailroom.intake.forward.Forward.How;
import org.mailroom.intake.forward.SubjectLine.Opening;
import org.mailroom.intake.mime.ReadMail;
import org.mailroom.intake.text.CleanText;
import org.mailroom.intake.text.SafeHtml;
import org.mailroom.intake.words.Label;
import org.mailroom.message.Message;

/**
 * A mail in the text of another. Answers quote in the same forms, so the words of the line above it, the subject and whether
 * the mail answers one decide together.
 */
final class InlineMail {

    private static final int LONGEST_HTML = 200_000;

    private final Message message;
    private final Opening opening;

    private InlineMail(Message message) {
        this.message = message;
        this.opening = SubjectLine.of(message.subject()).opening();
    }

    static Optional<Forward> in(ReadMail mail) {
        return new InlineMail(mail.message()).read();
    }

    /** The HTML is looked at once more where the text says too little, and to take the original's HTML out of it. */
    private Optional<Forward> read() {
        Lines text = Lines.of(message.text());
        Optional<Beginning> inText = beginning(text);
        String html = message.html();
        if (html == null || inText.isEmpty() && opening != Opening.FORWARD) {
            return inText.map(beginning -> forward(beginning, text, null));
        }
        Lines htmlText = Lines.of(SafeHtml.of(CleanText.cut(html, LONGEST_HTML)).text());
        Optional<Beginning> inHtml = beginning(htmlText);
        String original = inHtml.filter(beginning -> html.length() <= LONGEST_HTML)
                .map(beginning -> OriginalHtml.after(htmlText.letters(beginning.end()), html))
                .orElse(null);
        return inText.map(beginning -> forward(beginning, text, original))
                .or(() -> inHtml.map(beginning -> forward(beginning, htmlText, original)));
    }

    private Optional<Beginning> beginning(Lines lines) {
        return Beginnings.first(lines).filter(beginning -> isForward(beginning, lines));
    }

    /** Without a word for it, in the subject or above the mail, it is one only where nobody wrote above and nothing is answered. */
    private boolean isForward(Beginning beginning, Lines lines) {
        boolean first = beginning.isFirst(lines);
        boolean saysSo = beginning.separator() == Separator.FORWARDED && (beginning.depth(lines) == 0 || first);
        return switch (opening) {
            case FORWARD -> true;
            case REPLY -> saysSo;
            case UNCLEAR -> saysSo || beginning.isDanishOrNorwegian(lines);
            case NONE -> saysSo || first && beginning.hasFullHeader() && message.inReplyTo() == null;
        };
    }

    private static Forward forward(Beginning beginning, Lines lines, @Nullable String html) {
        return new Forward(
                How.INLINE,
                beginning.from(),
                beginning.people(Label.REPLY_TO),
                beginning.people(Label.TO),
                beginning.people(Label.CC),
                beginning.date(),
                beginning.header().get(Label.SUBJECT),
                beginning.original(lines),
                html,
                beginning.above(lines),
                beginning.evidence());
    }
}
