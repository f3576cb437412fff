package org.mailroom.cases.mail;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.mailroom.inbox.InboxKey;
import org.mailroom.message.EmailAddress;
import org.mailroom.outbox.Draft;
import org.mailroom.outbox.MailTexts;
import org.mailroom.outbox.MailTexts.Text;
import org.mailroom.outbox.Outbox;
import org.springframework.stereotype.Component;

/** What a case tells our own people by mail. */
@Component
public class Notices {

    private final MailTexts texts;
    private final Tags tags;
    private final People people;
    private final Outbox outbox;

    Notices(MailTexts texts, Tags tags, People people, Outbox outbox) {
        this.texts = texts;
        this.tags = tags;
        this.people = people;
        this.outbox = outbox;
    }

    /** The owner, or everybody in the inbox while nobody owns the case. */
    public List<Person> ownerOrMembers(CaseRow row) {
        return row.owner() == null
                ? members(row.inbox())
                : people.find(row.owner()).stream().toList();
    }

    public List<Person> members(InboxKey inbox) {
        return people.inGroup(inbox.group());
    }

    /**
     * Sends one mail to each of them who has an address.
     *
     * @param cause what it is for; the same cause is told once to each
     * @param what what happened, a few words
     * @return who has an address and was told
     */
    public List<Person> tell(CaseRow row, List<Person> people, String cause, String what) {
        List<Person> told =
                people.stream().filter(person -> person.email() != null).toList();
        for (Person person : told) {
            tell(row, person.id(), Objects.requireNonNull(person.email()), cause, what);
        }
        return told;
    }

    private void tell(CaseRow row, String person, EmailAddress address, String cause, String what) {
        Map<String, String> values = tags.of(row);
        values.put("notice", what);
        Text text = texts.fill(MailTexts.Kind.NOTICE, row.inbox(), values);
        outbox.put(new Draft(
                "notice:" + row.number() + ":" + cause + ":" + person,
                Draft.Kind.NOTICE,
                row.inbox(),
                row.number(),
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
