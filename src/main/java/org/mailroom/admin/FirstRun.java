package org.mailroom.admin;

import java.util.Set;
import java.util.stream.Collectors;
import org.mailroom.engine.People;
import org.mailroom.inbox.EscalationRules;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.Inboxes;
import org.mailroom.mailbox.MailboxAccounts;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds what the settings say and is missing: all of it, or where a setting is bad nothing, and the start stops. */
@Component
@Order(0)
class FirstRun implements ApplicationRunner {

    private final FirstRunSettings settings;
    private final Inboxes inboxes;
    private final EscalationRules rules;
    private final People people;
    private final MailboxAccounts mailboxes;

    FirstRun(
            FirstRunSettings settings,
            Inboxes inboxes,
            EscalationRules rules,
            People people,
            MailboxAccounts mailboxes) {
        this.settings = settings;
        this.inboxes = inboxes;
        this.rules = rules;
        this.people = people;
        this.mailboxes = mailboxes;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        settings.inboxes().forEach(this::add);
        checkGroups();
        settings.people().forEach(person -> people.addIfMissing(person.person(), person.password()));
        settings.inboxes().forEach(this::addMailbox);
    }

    private void add(InboxToAdd wanted) {
        Inbox inbox = wanted.inbox();
        try {
            if (inboxes.addIfMissing(inbox)) {
                rules.replace(inbox.key(), wanted.rules());
            }
        } catch (DuplicateKeyException taken) {
            throw new BadFirstRun(
                    "The inbox " + inbox.key() + " cannot be added: another inbox has its name, address or case prefix "
                            + "already. Change one of them under mailroom.first-run.inboxes.",
                    taken);
        }
    }

    /** A mistyped group would leave its member with nothing to see, and nobody would know why. */
    private void checkGroups() {
        Set<String> known =
                inboxes.all().stream().map(Inbox::key).map(InboxKey::group).collect(Collectors.toSet());
        for (PersonToAdd person : settings.people()) {
            for (String group : person.groups()) {
                if (InboxKey.isGroup(group) && !known.contains(group)) {
                    throw new BadFirstRun(
                            person.id() + " cannot be a member of " + group + ": there is no such inbox. Correct the "
                                    + "groups under mailroom.first-run.people.",
                            null);
                }
            }
        }
    }

    private void addMailbox(InboxToAdd wanted) {
        if (wanted.mailbox() != null) {
            mailboxes.addIfMissing(wanted.mailbox().account(wanted.inbox().key()));
        }
    }
}
