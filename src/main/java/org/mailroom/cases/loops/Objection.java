package org.mailroom.cases.loops;

/**
 * Why an automatic mail stays here.
 *
 * @param note what the timeline keeps: the name of a {@link Reason}, or the sentence with which the reception judged the mail
 */
public record Objection(String note) {

    /** The reasons that this package knows; pages have a sentence for each in every language ({@code suppressed.ECHO}). */
    public enum Reason {
        /** The mail that opened the case may not be answered, and nobody wrote down why. */
        UNANSWERABLE,
        /** The requester is one of our own inboxes. */
        OWN_ADDRESS,
        /** Mail to the requester failed for good. */
        FAILED_ADDRESS,
        /** The mail that opened the case repeats what Mailroom wrote to somebody else a moment ago. */
        ECHO,
        /** The requester got as many automatic mails as he may. */
        ADDRESS_LIMIT,
        /** The requester got as many automatic mails about this subject as he may. */
        SUBJECT_LIMIT,
        /** The case wrote as many automatic mails as it may. */
        CASE_LIMIT,
        /** The inbox sends no automatic mail at present. */
        INBOX_STOPPED
    }

    static Objection of(Reason reason) {
        return new Objection(reason.name());
    }
}
