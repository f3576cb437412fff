package org.mailroom.intake.words;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The header fields of a mail as a mail program writes them into the text of another. */
public enum Label {
    FROM("From"),
    TO("To"),
    CC("Cc"),
    REPLY_TO("Reply-To"),
    DATE("Date"),
    SUBJECT("Subject"),
    /** A field that says nothing of who wrote what when. */
    OTHER("other");

    private static final Map<String, Label> BY_WORD = byWord();

    private final String title;

    Label(String title) {
        this.title = title;
    }

    /** Its name in RFC 5322. */
    public String title() {
        return title;
    }

    /** What stands before the colon, case and accents aside. */
    public static Optional<Label> of(String written) {
        return Optional.ofNullable(BY_WORD.get(FoldedText.of(written)));
    }

    private static Map<String, Label> byWord() {
        WordTable words = WordTable.read("labels");
        Map<String, Label> labels = new HashMap<>();
        for (Label label : values()) {
            words.folded(label.title.toLowerCase(Locale.ROOT)).forEach(word -> labels.putIfAbsent(word, label));
        }
        return labels;
    }
}
