package org.mailroom.cases;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailroom.engine.People;
import org.mailroom.inbox.InboxKey;

/**
 * Who works on a case.
 *
 * @param id the user id
 * @param inboxes whose cases they may see and work
 * @param supervisor whether they may see and work the cases of every inbox
 * @param groups every group that they are a member of: a task of a model may wait for any
 */
public record Agent(String id, Set<InboxKey> inboxes, boolean supervisor, Set<String> groups) {

    public Agent {
        inboxes = Set.copyOf(inboxes);
        groups = Set.copyOf(groups);
    }

    /** An agent who is in the groups of these inboxes, and of the supervisors if they are one, and in no others. */
    public Agent(String id, Set<InboxKey> inboxes, boolean supervisor) {
        this(id, inboxes, supervisor, groups(inboxes, supervisor));
    }

    /** Whether they may see and work the cases of this inbox. */
    public boolean maySee(InboxKey inbox) {
        return supervisor || inboxes.contains(inbox);
    }

    private static Set<String> groups(Set<InboxKey> inboxes, boolean supervisor) {
        Set<String> groups = inboxes.stream().map(InboxKey::group).collect(Collectors.toCollection(HashSet::new));
        if (supervisor) {
            groups.add(People.SUPERVISORS);
        }
        return groups;
    }
}
