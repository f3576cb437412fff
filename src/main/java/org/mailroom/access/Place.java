package org.mailroom.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mailroom.engine.People;

/** Where people work, in the order in which pages offer it. What the template asks is public, which it has to be for that. */
enum Place {
    TASKLIST("/camunda/app/tasklist/default/"),
    COCKPIT("/camunda/app/cockpit/default/"),
    STUCK("/stuck"),
    INBOXES("/admin/inboxes"),
    ESCALATION("/admin/escalation"),
    RECEIVED("/admin/received-mails"),
    OUTBOX("/admin/outbox"),
    FORMS("/admin/form-profiles"),
    MODELS("/models"),
    TOKENS("/admin/tokens"),
    PEOPLE("/camunda/app/admin/default/");

    private final String path;

    Place(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }

    /** What a person in these groups may use. */
    static List<Place> of(Set<String> groups) {
        return Stream.of(values()).filter(place -> place.isFor(groups)).toList();
    }

    private boolean isFor(Set<String> groups) {
        return groups.contains(People.ADMINS)
                || switch (this) {
                    case TASKLIST ->
                        // Whoever is in a group that is no role is there because tasks wait for it.
                        groups.contains(People.SUPERVISORS) || groups.stream().anyMatch(group -> !People.isRole(group));
                    case COCKPIT -> groups.contains(People.SUPERVISORS) || groups.contains(People.ANALYSTS);
                    case MODELS -> groups.contains(People.ANALYSTS);
                    case STUCK -> groups.contains(People.SUPERVISORS);
                    case INBOXES, ESCALATION, RECEIVED, OUTBOX, FORMS, TOKENS, PEOPLE -> false;
                };
    }
}
