package org.mailroom.cases.mail;

import java.util.List;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.Inboxes;
import org.mailroom.message.EmailAddress;
import org.mailroom.outbox.Draft;
import org.mailroom.outbox.MailTexts.Text;
import org.mailroom.outbox.Outbox;
import org.springframework.stereotype.Component;

/** Sends each admin who has an address a mail, but never writes to an inbox of our own. */
@Component
class AdminMail {

    private final People people;
    private final Inboxes inboxes;
    private final Outbox outbox;

    AdminMail(People people, Inboxes inboxes, Outbox outbox) {
        this.people = people;
        this.inboxes = inboxes;
        this.outbox = outbox;
    }

    /**
     * It belongs to no case: whoever answers it does not write to that case's customer.
     *
     * @param cause what it is about; the same cause is told once
     * @param inbox from which it is sent
     */
    void send(String cause, InboxKey inbox, Text text) {
        send(cause, inbox, text, people.inGroup(People.ADMINS));
    }

    /** Sends each analyst who has an address a mail; if there is none, the admins get it. */
    void sendToAnalysts(String cause, InboxKey inbox, Text text) {
        List<Person> analysts = people.inGroup(People.ANALYSTS).stream()
                .filter(analyst -> analyst.email() != null)
                .toList();
        send(cause, inbox, text, analysts.isEmpty() ? people.inGroup(People.ADMINS) : analysts);
    }

    /** Does the same for other people. */
    void send(String cause, InboxKey inbox, Text text, List<Person> recipients) {
        for (Person recipient : recipients) {
            EmailAddress address = recipient.email();
            if (address != null && inboxes.withAddress(address).isEmpty()) {
                outbox.put(new Draft(
                        cause + ":" + recipient.id(),
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
    }
}
