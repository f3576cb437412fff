package org.mailroom.outbox.smtp;

/**
 * What keeps a mail server from taking any mail. It is the server's, or the account's, and says nothing of a mail.
 *
 * @param words the server's own, or what went wrong on the way to it
 */
public record Trouble(Kind kind, String words) {

    private static final int LONGEST = 1_000;

    public Trouble {
        words = OneLine.of(words, LONGEST);
    }

    /** What is to be looked after. */
    public enum Kind {
        /** Nobody answers at the address of the server. */
        UNREACHABLE,
        /** The login, or that there is none, is refused. */
        LOGIN,
        /** The two do not agree on TLS, or its certificate is not trusted. */
        TLS,
        /** It answers that it takes nothing now, or from nobody like us. */
        REFUSED,
        /** It hung up or fell silent in the middle of a mail. */
        BROKEN
    }
}
