package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.mailroom.mailserver.Trouble;
import org.mailroom.mailserver.Trouble.Kind;
import org.mailroom.message.EmailAddress;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

@MailroomTest
class PickupAlarmTests {

    @Autowired
    PickupAlarm alarm;

    @Autowired
    MailboxesHealth health;

    @Autowired
    MailboxAccounts accounts;

    @Autowired
    PickupNotes notes;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private final String name = "alarm-" + UUID.randomUUID().toString().substring(0, 8);
    private final EmailAddress admin = EmailAddress.of(name + "@admins.localhost");
    private long id;

    @BeforeEach
    void anAccountAndAnAdmin() {
        TwoInboxes.addIfMissing(jdbc);
        people.addIfMissing(
                new Person(name, "Ada", admin, Set.of(People.ADMINS)),
                UUID.randomUUID().toString());
        id = accounts.add(TwoInboxes.account(name, 143));
    }

    @AfterEach
    void forget() {
        TwoInboxes.forgetAccounts(jdbc, name);
    }

    @Test
    void adminsAreToldOnceThatAMailboxIsNotPickedUpAndOnceThatItIsAgain() {
        notes.good(id);
        alarm.look();
        assertThat(mails()).isEmpty();

        notes.failed(
                accounts.find(id).orElseThrow(),
                new Trouble(Kind.LOGIN_REFUSED, "The server refuses the login of sam."));
        letPass("6 minutes");
        alarm.look();
        alarm.look();
        assertThat(mails()).singleElement().satisfies(mail -> assertThat(mail)
                .contains("Subject: The mailbox " + name + " is not picked up")
                .contains("The server refuses the login of sam."));

        notes.good(id);
        alarm.look();
        alarm.look();
        assertThat(mails()).hasSize(2);
        assertThat(mails().get(1)).contains("Subject: The mailbox " + name + " is picked up again");
    }

    @Test
    void thatNobodyEvenTriesIsSaid() {
        letPass("6 minutes");

        alarm.look();

        assertThat(mails()).singleElement().asString().contains("No node of Mailroom picks it up.");
    }

    @Test
    void aPausedMailboxAlarmsNobody() {
        accounts.pause(id);
        letPass("6 minutes");

        alarm.look();

        assertThat(mails()).isEmpty();
        assertThat(health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void healthShowsTheAgeOfTheLastGoodPickupAndWhatIsWrong() {
        notes.good(id);
        letPass("2 minutes");
        notes.failed(accounts.find(id).orElseThrow(), new Trouble(Kind.SILENT, "It says nothing."));
        assertThat(health().getStatus()).isEqualTo(Status.UP);

        letPass("4 minutes");
        assertThat(health().getStatus()).isEqualTo(Status.DOWN);
        Map<String, Object> details = health().getDetails();
        assertThat(details).containsEntry("trouble", "It says nothing.");
        assertThat((Long) details.get("last_good_pickup_seconds_ago")).isBetween(360L, 420L);
    }

    @Test
    void aGoodPickupIsNotedAgainOnceTheNoteIsHalfAMinuteOld() {
        notes.good(id);
        letPass("30 seconds");

        notes.good(id);

        assertThat((Long) health().getDetails().get("last_good_pickup_seconds_ago"))
                .isLessThan(30);
    }

    @Test
    void aGoodPickupRightAfterAnotherIsNotWritten() {
        notes.good(id);
        String written = version();

        notes.good(id);

        assertThat(version()).isEqualTo(written);
    }

    private String version() {
        return jdbc.sql("select xmin::text from mailbox_account where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private Health health() {
        return ((HealthIndicator) health.getContributor(name)).health();
    }

    private void letPass(String time) {
        jdbc.sql(
                        """
                        update mailbox_account
                        set last_good_pickup = last_good_pickup - :time::interval,
                            watched_since = watched_since - :time::interval
                        where id = :id
                        """)
                .param("id", id)
                .param("time", time)
                .update();
    }

    private List<String> mails() {
        return jdbc.sql(
                        """
                        select convert_from(raw, 'UTF8') from outgoing_mail
                        where :admin = any (recipients) and cause like '%' || :name || '%' order by id
                        """)
                .param("admin", admin.address())
                .param("name", name)
                .query(String.class)
                .list();
    }
}
