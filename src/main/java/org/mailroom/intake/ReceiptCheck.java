package org.mailroom.intake;

import java.util.Optional;
import java.util.regex.Pattern;
import org.mailroom.intake.Judgement.Kind;
import org.mailroom.intake.text.CleanText;
import org.mailroom.intake.words.WordList;
import org.mailroom.message.Message;

/**
 * Somebody's program says that our mail was read, or thrown away unread (RFC 8098, and Exchange without its form). A mail that
 * asks for such a receipt is an ordinary one.
 */
class ReceiptCheck implements Check {

    private static final int OPENING = 2_000;
    private static final WordList SUBJECTS = WordList.read("receipt-subjects");
    private static final WordList PHRASES = WordList.read("receipt-phrases");
    private static final WordList SENTENCES = WordList.read("receipt-sentences");
    private static final WordList MESSAGES = WordList.read("receipt-messages");
    private static final Pattern MARK = Pattern.compile("^\\s?[:：-].*");

    @Override
    public Optional<Judgement> judge(Letter letter) {
        if (letter.mail().reportType().endsWith("disposition-notification")) {
            return Optional.of(Judgement.of(Kind.RECEIPT, "Receipt: the mail has the form of one (RFC 8098)."));
        }
        return isWorded(letter)
                ? Optional.of(Judgement.of(Kind.RECEIPT, "Receipt: subject and text are those of one."))
                : Optional.empty();
    }

    /** The prefix alone is a word like any other; the text has to say it too, in an answer, from Exchange's own format, or as only programs begin. */
    private static boolean isWorded(Letter letter) {
        Message message = letter.message();
        String subject = message.subject().strip();
        boolean prefixed = SUBJECTS.startOf(subject)
                .filter(prefix -> MARK.matcher(subject.substring(Math.min(subject.length(), prefix.length())))
                        .matches())
                .isPresent();
        String text = CleanText.cut(message.newText(), OPENING).strip();
        boolean said = (letter.answers() || isFromProgram(letter) || opensAlone(text)) && PHRASES.isIn(text);
        return prefixed && (said || SENTENCES.starts(text));
    }

    /** "Your message" and nothing more on its first line: Exchange lists below it which. */
    private static boolean opensAlone(String text) {
        String first = text.lines().findFirst().orElse("").strip();
        return MESSAGES.startOf(first)
                .filter(words -> words.length() == first.length())
                .isPresent();
    }

    private static boolean isFromProgram(Letter letter) {
        return AutomaticFields.hint(letter)
                || AutomaticFields.autoSubmitted(letter).isPresent()
                || letter.message().attachments().stream()
                        .anyMatch(part -> part.type().equals("application/ms-tnef"));
    }
}
