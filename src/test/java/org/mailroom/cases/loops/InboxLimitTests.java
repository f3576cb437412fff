package org.mailroom.cases.loops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.Breakers;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.mailroom.message.EmailAddress;
import org.mailroom.outbox.AutomaticMail;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An inbox that wrote too much by itself stops, says so, and goes on when a person says so. */
@MailroomTest
class InboxLimitTests {

    private static final InboxKey BUSY = new InboxKey("busy");

    @Autowired
    CasePlay play;

    @Autowired
    Breakers breakers;

    @Autowired
    AutomaticMail automatic;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void anInboxThatHasSentNothing() {
        jdbc.sql(
                        """
                        insert into inbox (key, name, address, case_prefix)
                        values ('busy', 'Busy', 'busy@mailroom.localhost', 'BUSY')
                        on conflict do nothing
                        """)
                .update();
        jdbc.sql("update outgoing_mail set created_at = created_at - interval '1 day' where inbox_key = 'busy'")
                .update();
    }

    @AfterEach
    void forgetTheStop() {
        jdbc.sql("delete from automatic_mail_stop").update();
        jdbc.sql("update outgoing_mail set state = 'SENT' where inbox_key = 'busy'")
                .update();
    }

    @Test
    void theMailThatWouldBeOneTooManyStopsTheInbox() {
        sent(499);

        assertThat(suppressed(opened())).isEmpty();
        assertThat(breakers.stopped()).isEmpty();
        CaseNumber oneTooMany = opened();
        assertThat(suppressed(oneTooMany)).containsExactly("INBOX_STOPPED");
        assertThat(suppressed(opened())).containsExactly("INBOX_STOPPED");

        assertThat(breakers.stopped().get(BUSY).heldBack()).isEqualTo(2);
        assertThat(automaticMails()).isEqualTo(500);
    }

    /** Mails are counted one by one only where there may be enough of them. */
    @Test
    void aLimitIsReachedByAsManyMailsAndByNoneLessHoweverHighItIs() {
        sent(1_200);

        assertThat(reached(1_199)).isTrue();
        assertThat(reached(1_200)).isTrue();
        assertThat(reached(1_201)).isFalse();
        assertThat(reached(1_000_000)).isFalse();
    }

    @Test
    void anotherInboxSendsOn() {
        sent(500);
        opened();

        CaseNumber elsewhere = play.opened("In support");

        assertThat(breakers.stopped()).containsOnlyKeys(BUSY);
        assertThat(suppressed(elsewhere)).isEmpty();
    }

    @Test
    void whatWasSentTenMinutesAgoDoesNotCount() {
        sent(500);
        jdbc.sql("update outgoing_mail set created_at = created_at - interval '10 minutes' where inbox_key = 'busy'")
                .update();

        assertThat(suppressed(opened())).isEmpty();
    }

    @Test
    void adminsAreToldOnce() {
        sent(500);
        opened();
        opened();

        assertThat(told()).containsOnlyOnce("admin@staff.localhost").doesNotHaveDuplicates();
        assertThat(notice()).contains("Busy", "500 automatic mails", "/admin/inboxes#inbox-busy");
    }

    @Test
    void nodesThatReachTheLimitAtTheSameTimeTellOnce() {
        sent(500);

        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(this::opened))
                        .limit(6)
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(told()).containsOnlyOnce("admin@staff.localhost").doesNotHaveDuplicates();
        assertThat(breakers.stopped().get(BUSY).heldBack()).isEqualTo(6);
    }

    @Test
    void anAdminWhoseAddressIsAnInboxOfOursIsNotTold() {
        people.addIfMissing(
                new Person("inbox-admin", "Ivy", EmailAddress.of("Support@mailroom.localhost"), Set.of(People.ADMINS)),
                "inbox-admin");
        try {
            sent(500);
            opened();

            assertThat(told()).containsOnlyOnce("admin@staff.localhost").doesNotContain("Support@mailroom.localhost");
        } finally {
            people.leave("inbox-admin", People.ADMINS);
        }
    }

    @Test
    void whenAPersonSaysSoItSendsAgainAndCountsFromNothing() {
        sent(500);
        CaseNumber heldBack = opened();

        breakers.resume(BUSY, "admin");

        assertThat(breakers.stopped()).isEmpty();
        assertThat(suppressed(opened())).isEmpty();
        play.runJobs(heldBack);
        assertThat(jdbc.sql("select count(*) from outgoing_mail where cause = :cause")
                        .param("cause", "confirmation:" + heldBack)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select resumed_by from automatic_mail_stop")
                        .query(String.class)
                        .list())
                .containsExactly("admin");
    }

    /** So many automatic mails left the inbox a moment ago. */
    private void sent(int how) {
        jdbc.sql(
                        """
                        insert into outgoing_mail (cause, kind, answers_to, inbox_key, message_id, envelope_from, recipients,
                                                   subject, raw, state)
                        select word, 'AUTOMATIC_ANSWER', word, 'busy', word, '', array[word], 'Received', '', 'SENT'
                        from (select 'busy-' || gen_random_uuid() || '@example.com' as word from generate_series(1, :how))
                        """)
                .param("how", how)
                .update();
    }

    private boolean reached(int limit) {
        return automatic.reached(limit, BUSY, Duration.ofMinutes(10), Instant.EPOCH);
    }

    private CaseNumber opened() {
        CaseNumber number = play.arrived(BUSY, CasePlay.mail(CasePlay.newCustomer(), "Something"), true);
        play.runJobs(number);
        return number;
    }

    private List<String> suppressed(CaseNumber number) {
        return jdbc.sql(
                        """
                        select note from case_event
                        where case_number = :number and kind = 'CONFIRMATION_SUPPRESSED' order by id
                        """)
                .param("number", number.value())
                .query(String.class)
                .list();
    }

    private int automaticMails() {
        return jdbc.sql(
                        """
                        select count(*) from outgoing_mail
                        where inbox_key = 'busy' and kind = 'AUTOMATIC_ANSWER' and created_at > now() - interval '10 minutes'
                        """)
                .query(Integer.class)
                .single();
    }

    private List<String> told() {
        return jdbc.sql(
                        """
                        select unnest(recipients) from outgoing_mail
                        where inbox_key = 'busy' and cause like 'stop:%' and created_at > now() - interval '10 minutes'
                        """)
                .query(String.class)
                .list();
    }

    private String notice() {
        return jdbc.sql(
                        """
                        select convert_from(raw, 'UTF8') from outgoing_mail
                        where inbox_key = 'busy' and cause like 'stop:%' and created_at > now() - interval '10 minutes'
                          and 'admin@staff.localhost' = any (recipients)
                        """)
                .query(String.class)
                .single()
                .replaceAll("=\r?\n", "");
    }
}
