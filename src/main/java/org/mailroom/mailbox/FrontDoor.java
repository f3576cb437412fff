package org.mailroom.mailbox;

import java.util.List;
import java.util.Objects;
import org.mailroom.inbox.InboxKey;
import org.mailroom.intake.Intake;
import org.mailroom.intake.Reading;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where mail enters. What was kept is in the database, verbatim, and will be taken in even if this node dies now. */
@Component
public class FrontDoor {

    private final ReceivedMails received;
    private final IntakeLoop loop;
    private final Intake intake;
    private final TransactionTemplate transaction;

    FrontDoor(ReceivedMails received, IntakeLoop loop, Intake intake, TransactionTemplate transaction) {
        this.received = received;
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
        MailIdentity identity = MailDigest.of(raw);
        Kept kept = Objects.requireNonNull(transaction.execute(status -> received.add(inbox, raw, identity)));
        loop.wake();
        return kept;
    }

    /** Keeps mails that were picked up, all of them or none. */
    void keep(InboxKey inbox, List<PickedMail> mails) {
        transaction.executeWithoutResult(status -> received.add(inbox, mails));
        loop.wake();
    }
}
