package org.mailroom.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.testing.CasePlay.SAM;
import static org.mailroom.testing.CasePlay.SUPPORT;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.CaseMerging;
import org.mailroom.cases.Casework;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.mailbox.FrontDoor;
import org.mailroom.mailbox.Kept;
import org.mailroom.mailbox.KeptMail;
import org.mailroom.mailbox.ReceivedMailLog;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is old here was closed, settled and sent in 2001, where no other test has anything. */
@MailroomTest
class NightSweepTests {

    private static final Instant NOW = Instant.parse("2002-01-01T00:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);

    @Autowired
    NightSweep sweep;

    @Autowired
    ApplicationContext app;

    @Autowired
    CasePlay play;

    @Autowired
    Casework work;

    @Autowired
    CaseMerging merging;

    @Autowired
    FrontDoor door;

    @Autowired
    ReceivedMailLog log;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final String word = UUID.randomUUID().toString();

    @AfterEach
    void comeBackToThePresent() {
        ClockUtil.reset();
    }

    @Test
    void anOldCaseIsDeletedAndNothingInTheDatabaseNamesItsCustomerAnyMore() {
        CaseNumber number = oldCase(mail(word, "The lamp of " + word));
        assertThat(tablesThatName(word)).contains("cases", "message", "received_mail", "outgoing_mail", "content");

        sweep.sweep(closedCases(), NOW);

        assertThat(exists(number)).isFalse();
        assertThat(tablesThatName(word)).isEmpty();
        assertThat(tablesThatName(number.value())).isEmpty();
    }

    @Test
    void theMailOfADeletedCaseDoesNotComeInAgain() {
        String mail = mail(word, "The lamp");
        oldCase(mail);
        long id = received();
        sweep.sweep(closedCases(), NOW);

        Kept again = door.keep(SUPPORT, mail.getBytes(StandardCharsets.UTF_8));
        KeptMail.waitingIsTakenIn(app);

        assertThat(again).isEqualTo(new Kept(id, true));
        assertThat(tablesThatName(word)).isEmpty();
    }

    @Test
    void aCaseStaysWhileItIsOpenOrAReplyMayReopenItOrItsMailWaits() {
        CaseNumber open = arrived(mail(word, "Open"));
        CaseNumber reopenable = closed(mail(word, "Closed just now"));
        CaseNumber unsent = oldCase(mail(word, "Not sent"));
        age(open);
        age(reopenable);
        jdbc.sql("update outgoing_mail set state = 'WAITING' where case_number = :number")
                .param("number", unsent.value())
                .update();

        sweep.sweep(everything(), NOW);

        assertThat(Stream.of(open, reopenable, unsent)).allMatch(this::exists);
        assertThat(raws(open)).isPositive();
        jdbc.sql("update outgoing_mail set state = 'SENT' where case_number = :number")
                .param("number", unsent.value())
                .update();
    }

    @Test
    void aCaseStaysUntilItsTimeIsOver() {
        CaseNumber number = oldCase(mail(word, "Young"));

        sweep.sweep(closedCases(), Instant.parse("2001-06-15T00:00:00Z"));

        assertThat(exists(number)).isTrue();
    }

    @Test
    void aFileGoesWithTheLastMessageThatHasIt() {
        String file = "The same plan for " + word;
        oldCase(mail(word, "First", file));
        CaseNumber second = closedForGood(mail(word, "Second", file));

        sweep.sweep(closedCases(), NOW);
        assertThat(files(file)).isOne();

        age(second);
        sweep.sweep(closedCases(), NOW);
        assertThat(files(file)).isZero();
    }

    @Test
    void aCaseThatGoesOnFromADeletedOneStays() {
        CaseNumber old = oldCase(mail(word, "First"));
        CaseNumber next = arrived(mail(word, "Second"));
        jdbc.sql("update cases set continues = :old where number = :next")
                .param("old", old.value())
                .param("next", next.value())
                .update();

        sweep.sweep(closedCases(), NOW);

        assertThat(exists(old)).isFalse();
        assertThat(play.column(next, "continues")).isNull();
    }

    @Test
    void aMergedCaseStaysAsLongAsTheCaseThatItIsPartOf() {
        CaseNumber part = arrived(mail(word, "Part"));
        CaseNumber whole = arrived(mail(word, "Whole"));
        merging.merge(part, SAM, whole);
        sentAll(part);
        age(part);

        sweep.sweep(closedCases(), NOW);
        assertThat(exists(part)).isTrue();

        close(whole);
        age(whole);
        sweep.sweep(closedCases(), NOW);
        assertThat(exists(part)).isFalse();
        assertThat(exists(whole)).isFalse();
        assertThat(tablesThatName(word)).isEmpty();
    }

    @Test
    void oneBatchAtATimeIsDeleted() {
        sweep.sweep(closedCases(), NOW);
        List<CaseNumber> three = Stream.of("One", "Two", "Three")
                .map(subject -> oldCase(mail(word, subject)))
                .toList();

        sweep.sweep(settings(MONTH, null, null, null, null, 2), NOW);
        assertThat(three.stream().filter(this::exists)).hasSize(1);

        sweep.sweep(settings(MONTH, null, null, null, null, 2), NOW);
        assertThat(three).noneMatch(this::exists);
    }

    @Test
    void aNodeDeletesNothingWhileAnotherDoes() {
        CaseNumber number = oldCase(mail(word, "Twice"));

        inATransaction(() -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('mailroom.retention'))")
                    .query(row -> {});
            sweepOnAnotherNode();
        });

        assertThat(exists(number)).isTrue();
    }

    @Test
    void aMailAsItCameGoesAndItsCaseStays() {
        CaseNumber number = oldCase(mail(word, "Raw"));
        long id = received();

        sweep.sweep(settings(null, MONTH, null, null, null, 100), NOW);

        assertThat(log.raw(id)).isEmpty();
        assertThat(log.line(id)).isPresent();
        assertThat(log.takeInAgain(id)).isFalse();
        assertThat(jdbc.sql("select body from message where case_number = :number and direction = 'IN'")
                        .param("number", number.value())
                        .query(String.class)
                        .single())
                .contains("Hello, this is Carla");
    }

    @Test
    void aMailAsItCameStaysInQuarantine() {
        oldCase(mail(word, "Quarantined"));
        long id = received();
        jdbc.sql("update received_mail set state = 'QUARANTINED', case_number = null where id = :id")
                .param("id", id)
                .update();

        sweep.sweep(settings(null, MONTH, MONTH, null, null, 100), NOW);

        assertThat(log.raw(id)).isPresent();
    }

    @Test
    void theLineOfAMailWithoutACaseGoesAndTheMailDoesNotComeInAgain() {
        String mail = "From: robot@example.com\r\nAuto-Submitted: auto-generated\r\nMessage-ID: <" + word
                + "@example.com>\r\nTo: support@mailroom.localhost\r\nSubject: Nightly report\r\n\r\nAll is well.\r\n";
        long id = door.keep(SUPPORT, mail.getBytes(StandardCharsets.UTF_8)).id();
        jdbc.sql("update received_mail set state = 'IGNORED', settled_at = '2001-06-01' where id = :id")
                .param("id", id)
                .update();

        sweep.sweep(settings(null, null, MONTH, null, null, 100), NOW);

        assertThat(log.line(id)).isEmpty();
        assertThat(door.keep(SUPPORT, mail.getBytes(StandardCharsets.UTF_8))).isEqualTo(new Kept(id, true));
    }

    @Test
    void aMailAsItLeftGoesAndThatItLeftIsStillKnown() {
        CaseNumber number = oldCase(mail(word, "Left"));

        sweep.sweep(settings(null, null, null, MONTH, null, 100), NOW);

        assertThat(jdbc.sql("select state from outgoing_mail where case_number = :number and raw is null")
                        .param("number", number.value())
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .containsOnly("SENT");
    }

    @Test
    void aNoticeThatBelongsToNoCaseGoes() {
        jdbc.sql(
                        """
                        insert into outgoing_mail (cause, inbox_key, message_id, envelope_from, recipients, subject, raw, state,
                                                   sent_at)
                        values (:word, 'support', :word, '', array['ada@staff.localhost'], 'Mail in quarantine', 'x', 'SENT',
                                '2001-06-01')
                        """)
                .param("word", word)
                .update();

        sweep.sweep(settings(null, null, null, null, MONTH, 100), NOW);

        assertThat(tablesThatName(word)).isEmpty();
    }

    private static RetentionSettings closedCases() {
        return settings(MONTH, null, null, null, null, 100);
    }

    private static RetentionSettings everything() {
        return settings(MONTH, MONTH, MONTH, MONTH, MONTH, 100);
    }

    private static RetentionSettings settings(
            Duration cases, Duration raw, Duration log, Duration sent, Duration notices, int batch) {
        return new RetentionSettings(
                cases, raw, log, sent, notices, LocalTime.MIN, LocalTime.MAX, Duration.ofSeconds(10), batch);
    }

    private static String mail(String word, String subject) {
        return mail(word, subject, "A plan for " + word);
    }

    private static String mail(String word, String subject, String file) {
        return """
               From: "Carla %1$s" <%1$s@example.com>
               To: support@mailroom.localhost
               Message-ID: <%4$s@example.com>
               Subject: %2$s
               MIME-Version: 1.0
               Content-Type: multipart/mixed; boundary=part

               --part
               Content-Type: text/plain

               Hello, this is Carla %1$s.
               --part
               Content-Type: text/csv; name=plan.csv
               Content-Disposition: attachment; filename=plan.csv

               %3$s
               --part--
               """
                .formatted(word, subject, file, word + "-" + UUID.randomUUID())
                .replace("\n", "\r\n");
    }

    private CaseNumber arrived(String mail) {
        long id = KeptMail.isTakenIn(app, SUPPORT, mail);
        CaseNumber number = log.line(id).orElseThrow().caseNumber();
        play.runJobs(number);
        return number;
    }

    private CaseNumber closed(String mail) {
        CaseNumber number = arrived(mail);
        work.complete(number, SAM);
        play.runJobs(number);
        sentAll(number);
        return number;
    }

    private CaseNumber closedForGood(String mail) {
        CaseNumber number = arrived(mail);
        close(number);
        return number;
    }

    private void close(CaseNumber number) {
        work.cancel(number, SAM, "Nothing to do");
        play.runJobs(number);
        sentAll(number);
    }

    private CaseNumber oldCase(String mail) {
        CaseNumber number = closedForGood(mail);
        age(number);
        return number;
    }

    private void sentAll(CaseNumber number) {
        jdbc.sql("update outgoing_mail set state = 'SENT', sent_at = now() where case_number = :number")
                .param("number", number.value())
                .update();
    }

    private void age(CaseNumber number) {
        Stream.of(
                        "update cases set closed_at = '2001-06-01' where number = :number and closed_at is not null",
                        "update received_mail set settled_at = '2001-06-01' where case_number = :number",
                        "update outgoing_mail set sent_at = '2001-06-01' where case_number = :number and sent_at is not null")
                .forEach(sql -> jdbc.sql(sql).param("number", number.value()).update());
    }

    private boolean exists(CaseNumber number) {
        return jdbc.sql("select count(*) from cases where number = :number")
                        .param("number", number.value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private long received() {
        return jdbc.sql("select id from received_mail where from_address like :word")
                .param("word", word + "%")
                .query(Long.class)
                .single();
    }

    private int raws(CaseNumber number) {
        return jdbc.sql("select count(*) from received_mail where case_number = :number and raw is not null")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }

    private int files(String content) {
        return jdbc.sql("select count(*) from content where position(convert_to(:words, 'UTF8') in bytes) > 0")
                .param("words", content)
                .query(Integer.class)
                .single();
    }

    /** The tables, the engine's too, that have this anywhere: as text, or as bytes. */
    private List<String> tablesThatName(String words) {
        String bytes = HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_8));
        return jdbc
                .sql("select table_name from information_schema.tables where table_schema = 'public' order by 1")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> jdbc.sql(
                                "select exists (select from " + table + " t where t::text ilike any (:words))")
                        .param("words", new String[] {"%" + words + "%", "%" + bytes + "%"})
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    private void inATransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    /** In a thread of its own, for a transaction of its own. */
    private void sweepOnAnotherNode() {
        var other = new Thread(() -> sweep.sweep(closedCases(), NOW));
        other.start();
        try {
            other.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
