package org.mailroom.outbox;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailroom.mailserver.Login;
import org.mailroom.mailserver.Logins;
import org.mailroom.mailserver.Trouble;
import org.mailroom.outbox.sending.AccountServers;
import org.mailroom.outbox.sending.OutgoingAccountRows;
import org.mailroom.outbox.sending.OutgoingAccountRows.Row;
import org.mailroom.outbox.sending.SendingShift;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts by which mail leaves, apart from the mail server of the settings. What is changed counts with the next round. */
@Component
public class OutgoingAccounts {

    private final OutgoingAccountRows rows;
    private final Logins logins;
    private final AccountServers servers;
    private final SendingShift shift;

    OutgoingAccounts(OutgoingAccountRows rows, Logins logins, AccountServers servers, SendingShift shift) {
        this.rows = rows;
        this.logins = logins;
        this.servers = servers;
        this.shift = shift;
    }

    /** By name. */
    public List<KnownAccount> all() {
        return rows.all();
    }

    public Optional<KnownAccount> find(long id) {
        return rows.find(id).map(Row::known);
    }

    /** @throws NoSuchElementException where there is no such account */
    @Transactional
    public OutgoingAccount get(long id) {
        Row row = row(id);
        KnownAccount known = row.known();
        return new OutgoingAccount(
                known.name(),
                known.server(),
                row.login() == null ? null : logins.get(row.login()),
                known.connections(),
                known.mailsPerMinute(),
                known.inboxes());
    }

    /**
     * @return its id
     * @throws DuplicateKeyException where another has its name
     */
    @Transactional
    public long add(OutgoingAccount account) {
        Login login = account.login();
        long id = rows.add(account, login == null ? null : (Long) logins.add(login));
        rows.assign(id, account.inboxes());
        shift.wakeAfterCommit();
        return id;
    }

    /**
     * Sets it up anew; its server is tried at once.
     *
     * @throws NoSuchElementException where there is no such account
     * @throws DuplicateKeyException where another has its name
     */
    @Transactional
    public void change(long id, OutgoingAccount account) {
        @Nullable Long before = row(id).login();
        rows.change(id, account, changed(before, account.login()));
        if (account.login() == null && before != null) {
            logins.remove(before);
        }
        rows.assign(id, account.inboxes());
        shift.wakeAfterCommit();
    }

    private @Nullable Long changed(@Nullable Long before, @Nullable Login login) {
        if (login == null) {
            return null;
        }
        if (before == null) {
            return logins.add(login);
        }
        logins.change(before, login);
        return before;
    }

    /**
     * What waited for it leaves by the mail server of the settings.
     *
     * @throws NoSuchElementException where there is no such account
     */
    @Transactional
    public void remove(long id) {
        @Nullable Long login = row(id).login();
        rows.remove(id);
        if (login != null) {
            logins.remove(login);
        }
        shift.wakeAfterCommit();
    }

    /**
     * Connects and logs in, and sends nothing.
     *
     * @return why that does not work; null where it does
     */
    public @Nullable Trouble test(OutgoingAccount account) {
        return servers.test(account);
    }

    private Row row(long id) {
        return rows.find(id)
                .orElseThrow(() -> new NoSuchElementException("There is no account " + id + " by which mail leaves"));
    }
}
