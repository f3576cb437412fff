package org.mailroom.access.tokens;

import java.util.Locale;

/** What a token is good for. */
public enum Scope {
    /** Hand in mail. */
    RELAY,
    /** Look at cases, inboxes and received mail, and have a mail read. */
    READ,
    /** Work cases, and have a received mail taken in again. */
    WORK,
    /** Set up mailboxes. */
    SETUP,
    /** Collect metrics. */
    METRICS;

    /** The authority of a request that shows a token with this scope, such as {@code scope-read}. */
    public String authority() {
        return "scope-" + word();
    }

    /** As it is written in interfaces, such as {@code read}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
