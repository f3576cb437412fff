package org.mailroom.admin.escalation;

import java.util.List;
import org.mailroom.admin.forms.EnteredLength;
import org.mailroom.engine.Person;
import org.mailroom.inbox.Inbox;

/**
 * An inbox with its levels as the page shows them. What the template asks is public, which it has to be for that.
 *
 * @param target how long after a case came in it is due
 * @param people who can be chosen
 * @param changed whether the levels are not those that are saved
 */
record ShownInbox(Inbox inbox, EnteredLength target, List<Person> people, List<ShownLevel> levels, boolean changed) {

    public boolean full() {
        return levels.size() >= LevelsForm.MOST;
    }

    public boolean wrong() {
        return levels.stream().anyMatch(level -> !level.errors().isEmpty());
    }
}
