package org.mailroom.cases;

import java.util.Set;
import org.mailroom.inbox.InboxKey;

/**
 * Who works on a case.
 *
 * @param id the user id
 * @param inboxes whose cases he may see and work
 * @param supervisor whether he may see and work the cases of every inbox
 */
public record Agent(String id, Set<InboxKey> inboxes, boolean supervisor) {

    public Agent {
        inboxes = Set.copyOf(inboxes);
    }

    boolean maySee(InboxKey inbox) {
        return supervisor || inboxes.contains(inbox);
    }
}
