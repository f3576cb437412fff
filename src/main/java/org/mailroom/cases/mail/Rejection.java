package org.mailroom.cases.mail;

import java.util.List;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.message.Message;
import org.mailroom.outbox.Draft;
import org.mailroom.outbox.MailTexts;
import org.mailroom.outbox.MailTexts.Text;
import org.mailroom.outbox.Outbox;
import org.springframework.stereotype.Component;

/** Tells whoever wrote to a closed case that his mail was not taken in, and how to open a new one. */
@Component
public class Rejection {

    private final MailTexts texts;
    private final Tags tags;
    private final Outbox outbox;

    Rejection(MailTexts texts, Tags tags, Outbox outbox) {
        this.texts = texts;
        this.tags = tags;
        this.outbox = outbox;
    }

    /** @param receivedMailId the mail as it came; each is answered once */
    public void send(CaseRow row, Message message, long receivedMailId) {
        Text text = texts.fill(MailTexts.Kind.REJECTION, row.inbox(), tags.of(row));
        outbox.put(new Draft(
                "rejection:" + receivedMailId,
                Draft.Kind.AUTOMATIC_ANSWER,
                row.inbox(),
                row.number(),
                List.of(message.requester()),
                List.of(),
                text.subject(),
                text.body(),
                message.id(),
                message.references(),
                message.threadIndex(),
                List.of()));
    }
}
