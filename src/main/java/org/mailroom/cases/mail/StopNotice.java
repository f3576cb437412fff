package org.mailroom.cases.mail;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.engine.People;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.Inboxes;
import org.mailroom.message.EmailAddress;
import org.mailroom.outbox.Draft;
import org.mailroom.outbox.MailTexts;
import org.mailroom.outbox.MailTexts.Text;
import org.mailroom.outbox.Outbox;
import org.springframework.stereotype.Component;

/** Tells the admins that an inbox sends no automatic mail any more. */
@Component
public class StopNotice {

    private final MailTexts texts;
    private final Tags tags;
    private final People people;
    private final Inboxes inboxes;
    private final Outbox outbox;

    StopNotice(MailTexts texts, Tags tags, People people, Inboxes inboxes, Outbox outbox) {
        this.texts = texts;
        this.tags = tags;
        this.people = people;
        this.inboxes = inboxes;
        this.outbox = outbox;
    }

    /**
     * Sends one mail to each admin who has an address, never to an inbox of our own.
     *
     * @param row the case whose mail would have been one too many
     */
    public void tellAdmins(CaseRow row, int limit, Duration window) {
        Map<String, String> values = tags.ofInbox(row);
        values.put("limit", Integer.toString(limit));
        values.put("minutes", Long.toString(Math.max(1, window.toMinutes())));
        Text text = texts.fill(MailTexts.Kind.STOP, row.inbox(), values);
        people.inGroup(People.ADMINS).forEach(admin -> {
            EmailAddress address = admin.email();
            if (address != null && inboxes.withAddress(address).isEmpty()) {
                tell(row, admin.id(), address, text);
            }
        });
    }

    /** It belongs to no case: whoever answers it does not write to that case's customer. */
    private void tell(CaseRow row, String admin, EmailAddress address, Text text) {
        InboxKey inbox = row.inbox();
        outbox.put(new Draft(
                "stop:" + inbox + ":" + row.number() + ":" + admin,
                Draft.Kind.NOTICE,
                inbox,
                null,
                List.of(address),
                List.of(),
                text.subject(),
                text.body(),
                null,
                List.of(),
                null,
                List.of()));
    }
}
