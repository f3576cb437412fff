package org.mailroom.admin.inboxes;

import java.util.List;
import org.mailroom.engine.InboxRights;
import org.mailroom.inbox.EscalationRule;
import org.mailroom.inbox.EscalationRules;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.Inboxes;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An inbox together with all that it needs: its escalation rules, the group of its members, its Tasklist filter and the
 * rights to it. All of it or nothing, and at work at once.
 */
@Component
public class InboxSetup {

    private final Inboxes inboxes;
    private final EscalationRules rules;
    private final InboxRights rights;

    InboxSetup(Inboxes inboxes, EscalationRules rules, InboxRights rights) {
        this.inboxes = inboxes;
        this.rules = rules;
        this.rights = rights;
    }

    /**
     * Adds the inbox unless one with its key is there already.
     *
     * @return whether it was added
     * @throws DuplicateKeyException where another inbox has the name, address or case prefix
     */
    @Transactional
    public boolean add(Inbox inbox, List<EscalationRule> escalation) {
        boolean added = inboxes.addIfMissing(inbox);
        if (added) {
            rules.replace(inbox.key(), escalation);
            rights.grant(inbox);
        }
        return added;
    }

    /** @throws DuplicateKeyException where another inbox has the name */
    @Transactional
    public void change(Inbox inbox) {
        rights.grant(inboxes.change(inbox));
    }
}
