package org.mailroom.mailbox;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Picks up over one IMAP connection, and leaves copies of what was sent there. */
class ImapPickup implements AccountPickup {

    private final Mailbox account;
    private final ImapConnection connection;
    private final ImapCatchUp catchUp;
    private final Idling idling;
    private final SentCopies sentCopies;
    private final Duration every;

    ImapPickup(
            Mailbox account,
            ImapConnection connection,
            ImapCatchUp catchUp,
            Idling idling,
            SentCopies sentCopies,
            Duration every) {
        this.account = account;
        this.connection = connection;
        this.catchUp = catchUp;
        this.idling = idling;
        this.sentCopies = sentCopies;
        this.every = every;
    }

    @Override
    public void pickUp(BooleanSupplier mayGoOn) throws MessagingException {
        idling.hear();
        catchUp.takeIn(mayGoOn);
        copySent();
        catchUp.sayWhatIsLeft();
    }

    @Override
    public boolean awaitNews(Duration most) throws MessagingException {
        return idling.await(most);
    }

    @Override
    public void endWaiting() {
        idling.end();
    }

    @Override
    public Duration rest() {
        return every;
    }

    @Override
    public void close() {
        connection.destroy();
    }

    private void copySent() throws MessagingException {
        String folder = account.handling().sentFolder();
        if (folder != null) {
            sentCopies.deliver(account.id(), new SentFolder(connection, folder));
        }
    }
}
