package org.mailroom.inbox;

/** What becomes of a mail to a case that is closed. */
public enum WhenClosed {
    /** It reopens the case within the reopen window; later it opens a new case that goes on from the closed one. */
    REOPEN,
    /** It opens a new case that goes on from the closed one. */
    NEW_CASE,
    /** It is turned away, and its sender is told how to open a new case. */
    REJECT
}
