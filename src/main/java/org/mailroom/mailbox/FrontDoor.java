package org.mailroom.mailbox;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.InboxKey;
import org.mailroom.intake.Intake;
import org.mailroom.intake.Reading;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where mail enters. What was kept is in the database, verbatim, and will be taken in even if this node dies now. */
@Component
public class FrontDoor {

    private final ReceivedMails received;
    private final Cursors cursors;
    private final IntakeLoop loop;
    private final Intake intake;
    private final TransactionTemplate transaction;

    FrontDoor(
            ReceivedMails received, Cursors cursors, IntakeLoop loop, Intake intake, TransactionTemplate transaction) {
        this.received = received;
        this.cursors = cursors;
        this.loop = loop;
        this.intake = intake;
        this.transaction = transaction;
    }

    /** What Mailroom understands of a mail, read and judged as one that comes in; nothing is kept. */
    public Reading read(byte[] raw) {
        return intake.read(MailDigest.of(raw).messageId(), raw);
    }

    /** Keeps a mail that was handed to us. A mail that the inbox has already is not kept a second time. */
    public Kept keep(InboxKey inbox, byte[] raw) {
        return keep(inbox, new PickedMail(raw, null), null, false);
    }

    /**
     * Keeps a mail that was picked up.
     *
     * @param advances whether the account's cursor moves to it, which is so unless a mail before it is still missing
     */
    Kept keep(InboxKey inbox, PickedMail mail, @Nullable Origin origin, boolean advances) {
        MailIdentity identity = MailDigest.of(mail.raw());
        Kept kept = Objects.requireNonNull(transaction.execute(status -> {
            if (origin != null && advances) {
                cursors.advance(origin);
            }
            return received.add(inbox, mail, identity, origin);
        }));
        loop.wake();
        return kept;
    }
}
