package org.mailroom.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.mailroom.database.ReadOnce;
import org.mailroom.message.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All inboxes. They are few and change at run time, so each transaction asks the database, once. */
@Component
public class Inboxes {

    private static final String ALL = "all";

    private final JdbcClient jdbc;
    private final ReadOnce<String, List<Inbox>> known = new ReadOnce<>(all -> inTable());

    Inboxes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their names. */
    public List<Inbox> all() {
        return known.get(ALL);
    }

    private List<Inbox> inTable() {
        return jdbc.sql("select * from inbox order by name")
                .query(Inboxes::inbox)
                .list();
    }

    public Optional<Inbox> find(InboxKey key) {
        return all().stream().filter(inbox -> inbox.key().equals(key)).findFirst();
    }

    /** @throws NoSuchElementException where there is no such inbox */
    public Inbox get(InboxKey key) {
        return find(key).orElseThrow(() -> new NoSuchElementException("There is no inbox " + key));
    }

    /** The inbox with this address, upper and lower case alike and whatever stands behind a plus. */
    public Optional<Inbox> withAddress(EmailAddress address) {
        List<Inbox> all = all();
        return at(address.key(), all).or(() -> at(address.withoutDetail().key(), all));
    }

    private static Optional<Inbox> at(String address, List<Inbox> all) {
        return all.stream()
                .filter(inbox -> inbox.address().key().equals(address))
                .findFirst();
    }

    /**
     * Adds the inbox unless one with its key is there already.
     *
     * @return whether it was added
     */
    public boolean addIfMissing(Inbox inbox) {
        known.forget();
        return jdbc.sql(
                                """
                        insert into inbox (key, name, address, case_prefix, default_owner, confirms, summarises,
                                           adds_contacts, target_minutes, reopen_minutes, when_closed,
                                           receives, marks_replies)
                        values (:key, :name, :address, :prefix, :owner, :confirms, :summarises, :contacts, :target, :reopen,
                                :closed, :receives, :marks)
                        on conflict (key) do nothing
                        """)
                        .param("key", inbox.key().value())
                        .param("name", inbox.name())
                        .param("address", inbox.address().key())
                        .param("prefix", inbox.casePrefix())
                        .param("owner", inbox.defaultOwner())
                        .param("confirms", inbox.confirms())
                        .param("summarises", inbox.summarises())
                        .param("contacts", inbox.addsContacts())
                        .param("target", inbox.target().toMinutes())
                        .param("reopen", inbox.reopenWindow().toMinutes())
                        .param("closed", inbox.whenClosed().name())
                        .param("receives", inbox.receives())
                        .param("marks", inbox.marksReplies())
                        .update()
                == 1;
    }

    /**
     * Changes how an inbox is called and what it does; its key, address and numbering stay.
     *
     * @return the inbox as it is now
     * @throws org.springframework.dao.DuplicateKeyException where another inbox has the name
     */
    @Transactional
    public Inbox change(Inbox inbox) {
        jdbc.sql(
                        """
                        update inbox
                        set name = :name, default_owner = :owner, confirms = :confirms, summarises = :summarises,
                            adds_contacts = :contacts, target_minutes = :target, reopen_minutes = :reopen,
                            when_closed = :closed, receives = :receives, marks_replies = :marks
                        where key = :key
                        """)
                .param("key", inbox.key().value())
                .param("name", inbox.name())
                .param("owner", inbox.defaultOwner())
                .param("confirms", inbox.confirms())
                .param("summarises", inbox.summarises())
                .param("contacts", inbox.addsContacts())
                .param("target", inbox.target().toMinutes())
                .param("reopen", inbox.reopenWindow().toMinutes())
                .param("closed", inbox.whenClosed().name())
                .param("receives", inbox.receives())
                .param("marks", inbox.marksReplies())
                .update();
        known.forget();
        return get(inbox.key());
    }

    /** The next number of the inbox's series. Numbers are never used twice; a case that was not opened leaves a gap. */
    public CaseNumber nextCaseNumber(InboxKey key) {
        return jdbc.sql("select case_prefix || '-' || nextval('case_number_seq') from inbox where key = :key")
                .param("key", key.value())
                .query(String.class)
                .optional()
                .map(CaseNumber::new)
                .orElseThrow(() -> new NoSuchElementException("There is no inbox " + key));
    }

    private static Inbox inbox(ResultSet row, int number) throws SQLException {
        return new Inbox(
                new InboxKey(row.getString("key")),
                row.getString("name"),
                new EmailAddress(row.getString("address"), row.getString("name")),
                row.getString("case_prefix"),
                row.getString("default_owner"),
                row.getBoolean("confirms"),
                row.getBoolean("summarises"),
                row.getBoolean("adds_contacts"),
                Duration.ofMinutes(row.getLong("target_minutes")),
                Duration.ofMinutes(row.getLong("reopen_minutes")),
                WhenClosed.valueOf(row.getString("when_closed")),
                row.getBoolean("receives"),
                row.getBoolean("marks_replies"));
    }
}
