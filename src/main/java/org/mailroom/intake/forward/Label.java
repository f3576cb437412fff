package org.mailroom.intake.forward;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailroom.intake.text.FoldedText;

/** The header fields of a mail as a mail program writes them into the text of another. */
enum Label {
    FROM("From"),
    TO("To"),
    CC("Cc"),
    REPLY_TO("Reply-To"),
    DATE("Date"),
    SUBJECT("Subject"),
    OTHER("other");

    private static final Map<String, Label> BY_WORD = byWord();

    private final String title;

    Label(String title) {
        this.title = title;
    }

    /** Its name in RFC 5322. */
    String title() {
        return title;
    }

    /** @param written without the colon */
    static Optional<Label> of(String written) {
        return Optional.ofNullable(BY_WORD.get(FoldedText.of(written)));
    }

    private static Map<String, Label> byWord() {
        Map<String, Label> labels = new HashMap<>();
        for (Label label : values()) {
            Words.of(label.title.toLowerCase(Locale.ROOT)).forEach(word -> labels.putIfAbsent(word, label));
        }
        return labels;
    }
}
