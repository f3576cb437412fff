package org.mailroom.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.admin.inboxes.InboxSetup;
import org.mailroom.engine.People;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.Inboxes;
import org.mailroom.mailbox.MailboxAccounts;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds what the settings say and is missing: all of it, or where a setting is bad nothing, and the start stops. Settings of
 * what is there already are not looked at: it may have been changed since in the browser.
 */
@Component
@Order(0)
class FirstRun implements ApplicationRunner {

    private final FirstRunSettings settings;
    private final Inboxes inboxes;
    private final InboxSetup setup;
    private final People people;
    private final MailboxAccounts mailboxes;
    private final JdbcClient jdbc;

    FirstRun(
            FirstRunSettings settings,
            Inboxes inboxes,
            InboxSetup setup,
            People people,
            MailboxAccounts mailboxes,
            JdbcClient jdbc) {
        this.settings = settings;
        this.inboxes = inboxes;
        this.setup = setup;
        this.people = people;
        this.mailboxes = mailboxes;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        waitForOtherNodes();
        List<InboxToAdd> added = settings.inboxes().stream().filter(this::add).toList();
        settings.people().forEach(this::add);
        checkAdmins();
        added.forEach(this::checkTargets);
        settings.inboxes().forEach(this::addMailbox);
    }

    /** Held to the end of the transaction: of two nodes that start at once the second finds all in its place. */
    private void waitForOtherNodes() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('first run', 0))")
                .query()
                .singleRow();
    }

    private boolean add(InboxToAdd wanted) {
        try {
            return setup.add(wanted.inbox(), wanted.rules());
        } catch (DuplicateKeyException taken) {
            throw new BadFirstRun(
                    "The inbox " + wanted.key()
                            + " cannot be added: another inbox has its name, address or case prefix "
                            + "already. Change one of them under mailroom.first-run.inboxes.",
                    taken);
        }
    }

    private void add(PersonToAdd wanted) {
        if (people.find(wanted.id()).isEmpty()) {
            wanted.groups().forEach(group -> checkGroup(wanted.id(), group));
            addPerson(wanted);
        }
    }

    private void addPerson(PersonToAdd wanted) {
        try {
            people.addIfMissing(wanted.person(), wanted.password());
        } catch (IllegalArgumentException refused) {
            throw new BadFirstRun(
                    wanted.id() + " cannot be added. " + refused.getMessage()
                            + " Correct it under mailroom.first-run.people.",
                    refused);
        }
    }

    /** A mistyped group would leave its member with nothing to see, and nobody would know why. */
    private void checkGroup(String person, String group) {
        if (InboxKey.isGroup(group) && inboxes.find(InboxKey.ofGroup(group)).isEmpty()) {
            throw new BadFirstRun(
                    person + " cannot be a member of " + group + ": there is no such inbox. Correct the groups under "
                            + "mailroom.first-run.people.",
                    null);
        }
    }

    /** Without one the engine's web applications would send everybody to their setup page, which is shut. */
    private void checkAdmins() {
        if (people.inGroup(People.ADMINS).isEmpty()) {
            throw new BadFirstRun(
                    "Nobody is a member of " + People.ADMINS
                            + ", so nobody could set up Mailroom: add somebody new with "
                            + "that group under mailroom.first-run.people.",
                    null);
        }
    }

    private void checkTargets(InboxToAdd added) {
        checkPerson(added.key(), "default-owner", added.defaultOwner());
        added.escalation().forEach(rule -> checkPerson(added.key(), "escalation target", rule.target()));
    }

    private void checkPerson(String inbox, String setting, @Nullable String person) {
        if (person != null && people.find(person).isEmpty()) {
            throw new BadFirstRun(
                    "The " + setting + " of inbox " + inbox + " is " + person
                            + ", but there is no such person. Correct it "
                            + "under mailroom.first-run.inboxes, or add the person under mailroom.first-run.people.",
                    null);
        }
    }

    private void addMailbox(InboxToAdd wanted) {
        if (wanted.mailbox() != null) {
            mailboxes.addIfMissing(wanted.mailbox().account(wanted.inbox().key()));
        }
    }
}
