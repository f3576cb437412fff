package org.mailroom.intake.mime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What could not be read as it was meant. Each is said once, in words that are never the sender's. */
final class Warnings {

    static final String CHARSET =
            "A text did not fit the character set that it declares; it was read as well as possible.";
    static final String ENCODING = "A part was damaged on its way; it was read as far as possible.";
    static final String STRUCTURE = "The parts of the mail could not be told apart; it is shown as one text.";
    static final String BOUNDARY = "The mail is parted otherwise than it says; its parts were found all the same.";
    static final String PARTS = "The mail has too many parts; the last ones are only in the mail as it came.";
    static final String DEPTH = "The mail is nested too deeply; the innermost parts are attached as one file.";
    static final String HEADER = "The header of the mail is too long; its last fields were left out.";
    static final String TIME = "The mail took too long to read; what is missing is only in the mail as it came.";
    static final String LONG_TEXT = "A text is too long to show; it is attached as a file.";
    static final String LAYOUT =
            "The mail is too long to show as it was formatted; all of it is in the mail as it came.";
    static final String SUBJECT = "The subject was too long and has been cut.";
    static final String SENDER = "The mail names no sender.";
    static final String SENDERS = "The mail names several senders; the first one counts.";
    static final String DATE = "The date of the mail could not be read.";
    static final String ENCRYPTED = "The mail, or a part of it, is encrypted; it is kept as it came.";
    static final String PARTIAL = "The mail is a piece of a larger one; the other pieces come in mails of their own.";
    static final String EXTERNAL = "A file of the mail lies elsewhere; it was not fetched.";
    static final String WRAPPED = "A file of the mail could not be opened in full; it is kept as it came.";

    private final Set<String> said = new LinkedHashSet<>();

    void add(String warning) {
        said.add(warning);
    }

    void addIf(boolean condition, String warning) {
        if (condition) {
            said.add(warning);
        }
    }

    List<String> all() {
        return List.copyOf(said);
    }
}
