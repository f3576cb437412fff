package org.mailroom.outbox;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is to leave. A mail that was put here inside a transaction leaves when the transaction is committed, once. */
@Component
public class Outbox {

    /** Composes the mail and keeps it; a draft whose cause is known already gives the mail that is there. */
    public OutgoingMail put(Draft draft) {
        throw new UnsupportedOperationException();
    }

    /** Tries the mail again now, as if it had never been tried. A mail that was sent stays sent. */
    public void sendAgain(long outgoingMailId) {
        throw new UnsupportedOperationException();
    }

    public Optional<OutgoingMail> find(long outgoingMailId) {
        throw new UnsupportedOperationException();
    }
}
