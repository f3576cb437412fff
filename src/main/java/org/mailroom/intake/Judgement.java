package org.mailroom.intake;

/**
 * What kind of mail it is.
 *
 * @param reason a sentence for people, never in the sender's words; empty for {@link Kind#NORMAL}
 */
public record Judgement(Kind kind, String reason) {

    /** What follows from a judgement. */
    public enum Kind {
        /** We sent it ourselves: nothing happens. */
        OWN,
        /** A mail server reports on a mail: filed with its case, otherwise nothing happens. */
        BOUNCE,
        /** A machine wrote it: filed with its case, otherwise it opens one, and never gets an automatic answer. */
        AUTOMATIC,
        /** It is worked like any other, but never gets an automatic answer. */
        UNANSWERABLE,
        /** A person writes to us. */
        NORMAL
    }

    static final Judgement NORMAL = new Judgement(Kind.NORMAL, "");
}
