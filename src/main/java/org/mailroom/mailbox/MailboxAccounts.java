package org.mailroom.mailbox;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.mailroom.mailserver.Logins;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * All accounts on mail servers. They are set up while Mailroom runs: a change counts within seconds, on every node.
 */
@Component
public class MailboxAccounts {

    private final AccountRows rows;
    private final Logins logins;

    MailboxAccounts(AccountRows rows, Logins logins) {
        this.rows = rows;
        this.logins = logins;
    }

    /** Adds the account unless one with its name is there already. */
    @Transactional
    public void addIfMissing(MailboxAccount account) {
        if (rows.withName(account.name()).isEmpty()) {
            add(account);
        }
    }

    /**
     * Its mail is picked up from now on.
     *
     * @return its id
     * @throws DuplicateKeyException where another one has its name
     */
    @Transactional
    public long add(MailboxAccount account) {
        return rows.add(account, logins.add(account.login()));
    }

    /**
     * What was picked up stays known. Where it is another folder now, or another account on the server, that is read from
     * its beginning; a mail that is here already stays single.
     *
     * @throws NoSuchElementException where there is none
     * @throws DuplicateKeyException where another one has its name
     */
    @Transactional
    public void change(long id, MailboxAccount account) {
        Mailbox before = rows.find(id).orElseThrow(() -> missing(id));
        logins.change(rows.loginOf(id), account.login());
        rows.change(id, account);
        if (!before.isSamePlace(account)) {
            rows.startOver(id);
        }
    }

    /** @throws NoSuchElementException where there is none */
    @Transactional
    public void pause(long id) {
        rows.pause(id, true);
    }

    /** @throws NoSuchElementException where there is none */
    @Transactional
    public void resume(long id) {
        rows.pause(id, false);
    }

    /**
     * No mail is picked up from it any more, and what opened it is forgotten. What came from it stays.
     *
     * @throws NoSuchElementException where there is none
     */
    @Transactional
    public void remove(long id) {
        long login = rows.loginOf(id);
        rows.remove(id);
        logins.remove(login);
    }

    /** All that were not removed, by name. */
    public List<Mailbox> all() {
        return rows.all();
    }

    public Optional<Mailbox> find(long id) {
        return rows.find(id);
    }

    /**
     * How it is set up, its secrets in clear.
     *
     * @throws NoSuchElementException where there is none
     */
    @Transactional
    public MailboxAccount get(long id) {
        Mailbox account = rows.find(id).orElseThrow(() -> missing(id));
        return new MailboxAccount(
                account.name(),
                account.inbox(),
                account.protocol(),
                account.server(),
                logins.get(rows.loginOf(id)),
                account.handling());
    }

    private static NoSuchElementException missing(long id) {
        return new NoSuchElementException("There is no mailbox account " + id);
    }
}
