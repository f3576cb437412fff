package org.mailroom.mailbox;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Picks up the mail of one account over one connection. Every mail is kept before the server is told of it. */
interface AccountPickup extends AutoCloseable {

    /**
     * Picks up all that is new, and does what else there is to do on the server.
     *
     * @param mayGoOn asked before each batch; once it says no, the rest is left for later
     */
    void pickUp(BooleanSupplier mayGoOn) throws MessagingException;

    /** Waits until the server tells of something new, at most this long; false where it is not one that tells. */
    boolean awaitNews(Duration most) throws MessagingException;

    /** Ends the waiting; called from another thread. */
    void endWaiting();

    /** How long to rest until a server that tells of nothing is asked again. */
    Duration rest();

    @Override
    void close();
}
