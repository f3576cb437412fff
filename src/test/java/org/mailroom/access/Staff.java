package org.mailroom.access;

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

/** The people and the two inboxes that the tests at the door need. Everybody's password is his id. */
final class Staff {

    static final String AGENT = "door-agent";
    static final String NEIGHBOUR = "door-neighbour";
    static final String SUPERVISOR = "door-supervisor";
    static final String ANALYST = "door-analyst";
    static final String ADMIN = "door-admin";
    static final String NOBODY = "door-nobody";

    static final String INBOX = "inbox-door-one";
    static final String OTHER_INBOX = "inbox-door-two";

    private Staff() {}

    static void addTo(ApplicationContext house) {
        addInbox(house, "door-one", "DRA");
        addInbox(house, "door-two", "DRB");
        add(house, AGENT, INBOX);
        add(house, NEIGHBOUR, OTHER_INBOX);
        add(house, SUPERVISOR, People.SUPERVISORS);
        add(house, ANALYST, People.ANALYSTS);
        add(house, ADMIN, People.ADMINS);
        add(house, NOBODY);
    }

    static void add(ApplicationContext house, String id, String... groups) {
        var person = new Person(id, "Some " + id, EmailAddress.of(id + "@staff.localhost"), Set.of(groups));
        house.getBean(People.class).addIfMissing(person, id);
    }

    private static void addInbox(ApplicationContext house, String key, String prefix) {
        var inbox = new Inbox(
                new InboxKey(key),
                "Inbox " + key,
                EmailAddress.of(key + "@mailroom.localhost"),
                prefix,
                null,
                true,
                false,
                true,
                Duration.ofDays(1),
                Duration.ofDays(14),
                WhenClosed.REOPEN);
        house.getBean(Inboxes.class).addIfMissing(inbox);
        house.getBean(InboxRights.class).grant(inbox);
    }
}
