package org.mailroom.access;

import java.util.List;
import java.util.stream.Stream;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;

/** Where people work, in the order in which pages offer it. What the template asks is public, which it has to be for that. */
enum Place {
    TASKLIST("/camunda/app/tasklist/default/"),
    COCKPIT("/camunda/app/cockpit/default/"),
    INBOXES("/admin/inboxes"),
    ESCALATION("/admin/escalation"),
    RECEIVED("/admin/received-mails"),
    PEOPLE("/camunda/app/admin/default/");

    private final String path;

    Place(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }

    /** What the person may use. */
    static List<Place> of(Person person) {
        return Stream.of(values()).filter(place -> place.isFor(person)).toList();
    }

    private boolean isFor(Person person) {
        return person.groups().contains(People.ADMINS)
                || switch (this) {
                    case TASKLIST -> person.hasInbox() || person.groups().contains(People.SUPERVISORS);
                    case COCKPIT ->
                        person.groups().contains(People.SUPERVISORS)
                                || person.groups().contains(People.ANALYSTS);
                    case INBOXES, ESCALATION, RECEIVED, PEOPLE -> false;
                };
    }
}
