package org.mailroom.engine.door;

import java.time.Duration;
import java.util.Set;
import org.mailroom.engine.InboxRights;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.Inboxes;
import org.mailroom.inbox.WhenClosed;
import org.mailroom.message.EmailAddress;
import org.springframework.context.ApplicationContext;

/** One person of each role, and an inbox of their own. */
final class Crew {

    static final String AGENT = "crew-agent";
    static final String SUPERVISOR = "crew-supervisor";
    static final String ANALYST = "crew-analyst";
    static final String ADMIN = "crew-admin";
    static final String NOBODY = "crew-nobody";

    static final String INBOX = "inbox-crew";

    private Crew() {}

    static void addTo(ApplicationContext house) {
        var inbox = new Inbox(
                new InboxKey("crew"),
                "Inbox of the crew",
                EmailAddress.of("crew@mailroom.localhost"),
                "CRW",
                null,
                true,
                false,
                true,
                Duration.ofDays(1),
                Duration.ofDays(14),
                WhenClosed.REOPEN);
        house.getBean(Inboxes.class).addIfMissing(inbox);
        house.getBean(InboxRights.class).grant(inbox);
        add(house, AGENT, INBOX);
        add(house, SUPERVISOR, People.SUPERVISORS);
        add(house, ANALYST, People.ANALYSTS);
        add(house, ADMIN, People.ADMINS);
        add(house, NOBODY);
    }

    private static void add(ApplicationContext house, String id, String... groups) {
        var person = new Person(id, "Some " + id, EmailAddress.of(id + "@staff.localhost"), Set.of(groups));
        house.getBean(People.class).addIfMissing(person, id);
    }
}
