package org.mailroom.intake.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mailroom.intake.words.WordTable;

/** The words that mail programs put around an old mail, in every language of {@code mail-programs.txt}. */
final class MailWords {

    private static final WordTable TABLE = WordTable.read("mail-programs");

    static final Phrases OPENING = new Phrases(TABLE.of("opens"));
    static final Phrases WROTE = new Phrases(TABLE.of("wrote"));
    static final Phrases WROTE_HIMSELF = new Phrases(TABLE.of("self"));
    static final Set<String> OLD_MAIL = TABLE.of("old");
    static final List<String> PHONES = List.copyOf(TABLE.of("phone"));
    static final Set<String> DEVICES = TABLE.of("devices");
    static final Phrases SCANNERS = new Phrases(TABLE.of("scanners"));
    static final Phrases VIRUS = new Phrases(TABLE.of("virus"));

    private MailWords() {}

    static Set<String> languages() {
        return TABLE.languages();
    }

    /** As the words of the table are written; the dot that a Turkish capital leaves goes too. */
    static String lower(String words) {
        return words.toLowerCase(Locale.ROOT).replace("\u0307", "");
    }
}
