package org.mailroom.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.mailroom.message.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What Mailroom wrote to customers by itself of late, counted in the table of outgoing mails, which all nodes share. Every
 * address counts as its mailbox ({@link EmailAddress#mailbox()}).
 */
@Component
public class AutomaticMail {

    /** Of mails that are written at the same time the first may not have the lowest number; these are more than can be. */
    private static final int WRITTEN_AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    AutomaticMail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets nobody else count for this address until the transaction ends, so that two do not both put in the last one. */
    public void countAlone(EmailAddress address) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('mailroom automatic mail'), hashtext(:mailbox))")
                .param("mailbox", address.mailbox())
                .query(row -> {});
    }

    /** The case of each automatic mail to this address; a case with several stands there several times. */
    public List<CaseNumber> to(EmailAddress address, Duration window) {
        return jdbc
                .sql(
                        """
                        select case_number from outgoing_mail
                        where kind = 'AUTOMATIC_ANSWER' and answers_to = :mailbox and case_number is not null
                          and created_at > now() - make_interval(secs => :window)
                        """)
                .param("mailbox", address.mailbox())
                .param("window", window.toSeconds())
                .query(String.class)
                .list()
                .stream()
                .map(CaseNumber::new)
                .toList();
    }

    public int of(CaseNumber number, Duration window) {
        return jdbc.sql(
                        """
                        select count(*) from outgoing_mail
                        where kind = 'AUTOMATIC_ANSWER' and case_number = :number
                          and created_at > now() - make_interval(secs => :window)
                        """)
                .param("number", number.value())
                .param("window", window.toSeconds())
                .query(Integer.class)
                .single();
    }

    /**
     * Whether the inbox wrote so many. A limit of many thousands is not counted up to with every mail: as long as fewer mails
     * than that were written at all since the first that counts, whoever wrote them, it is not reached.
     *
     * @param since what left before does not count, even within the window
     */
    public boolean reached(int limit, InboxKey inbox, Duration window, Instant since) {
        return jdbc.sql(
                        """
                        with counting as (
                            select id, created_at from outgoing_mail
                            where kind = 'AUTOMATIC_ANSWER' and inbox_key = :inbox
                              and created_at > greatest(now() - make_interval(secs => :window), :since)
                            order by created_at limit 1)
                        select case
                            when (select max(id) from outgoing_mail) - (select id from counting) + :atOnce < :limit then false
                            else (select count(*) from outgoing_mail
                                  where kind = 'AUTOMATIC_ANSWER' and inbox_key = :inbox
                                    and created_at >= (select created_at from counting)) >= :limit
                            end
                        """)
                .param("limit", limit)
                .param("atOnce", WRITTEN_AT_ONCE)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("inbox", inbox.value())
                .param("window", window.toSeconds())
                .query(Boolean.class)
                .single();
    }

    /** Whether one of these cases wrote to another address than this one. */
    public boolean wentToOthers(Collection<CaseNumber> cases, EmailAddress address, Duration window) {
        return jdbc.sql(
                        """
                        select exists (
                            select from outgoing_mail
                            where kind = 'AUTOMATIC_ANSWER' and case_number = any (:cases) and answers_to <> :mailbox
                              and created_at > now() - make_interval(secs => :window))
                        """)
                .param("cases", cases.stream().map(CaseNumber::value).toArray(String[]::new))
                .param("mailbox", address.mailbox())
                .param("window", window.toSeconds())
                .query(Boolean.class)
                .single();
    }
}
