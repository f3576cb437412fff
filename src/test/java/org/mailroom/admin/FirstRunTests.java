package org.mailroom.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailroom.admin.inboxes.InboxSetup;
import org.mailroom.engine.People;
import org.mailroom.inbox.EscalationRule.Action;
import org.mailroom.inbox.EscalationRules;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.Inboxes;
import org.mailroom.inbox.WhenClosed;
import org.mailroom.mailbox.MailboxAccounts;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The settings are those of the test profile, which the application under test was started with. */
@MailroomTest
class FirstRunTests {

    private static final InboxKey FIRST = new InboxKey("first-run");

    @Autowired
    FirstRun firstRun;

    @Autowired
    Inboxes inboxes;

    @Autowired
    InboxSetup setup;

    @Autowired
    EscalationRules rules;

    @Autowired
    People people;

    @Autowired
    MailboxAccounts mailboxes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void inboxesAndPeopleAreThereAfterTheStart() {
        assertThat(inboxes.get(new InboxKey("support")).reopenWindow()).isEqualTo(Duration.ofDays(14));
        assertThat(inboxes.get(new InboxKey("finance")).casePrefix()).isEqualTo("FIN");
        assertThat(people.find("support-agent").orElseThrow().groups()).contains("inbox-support");
    }

    @Test
    void aSecondStartChangesNothing() {
        int before = inboxes.all().size();

        firstRun.run(new DefaultApplicationArguments());

        assertThat(inboxes.all()).hasSize(before);
    }

    @Test
    void anInboxThatIsThereKeepsItsRules() {
        run(settings(inbox("first-run", "First run", "FR", rule(1, "1h")), List.of()));
        rules.replace(FIRST, List.of());

        run(settings(inbox("first-run", "Another name", "FR", rule(2, "2h")), List.of()));

        assertThat(inboxes.get(FIRST).name()).isEqualTo("First run");
        assertThat(rules.of(FIRST)).isEmpty();
    }

    @Test
    void anInboxWithTheNameOfAnotherIsRefused() {
        var settings = settings(inbox("first-run-twin", "Support", "FRT", rule(1, "1h")), List.of());

        assertThatThrownBy(() -> run(settings))
                .isInstanceOf(BadFirstRun.class)
                .hasMessageContaining("first-run-twin")
                .hasMessageContaining("name, address or case prefix");
    }

    @Test
    void aMemberOfAnInboxThatIsNotThereIsRefusedAndNothingIsAdded() {
        var stray = new PersonToAdd(
                "first-run-stray", "Stray", "stray@staff.localhost", "very secret", Set.of("inbox-nowhere"));

        assertThatThrownBy(
                        () -> run(settings(inbox("first-run-undone", "Undone", "FRU", rule(1, "1h")), List.of(stray))))
                .isInstanceOf(BadFirstRun.class)
                .hasMessageContaining("inbox-nowhere");
        assertThat(inboxes.find(new InboxKey("first-run-undone"))).isEmpty();
        assertThat(people.find("first-run-stray")).isEmpty();
    }

    @Test
    void aCaseIsNeverGivenToSomebodyWhoIsNotThere() {
        var rule = new EscalationToAdd(1, Duration.ofHours(1), Action.REASSIGN, "first-run-nobody");

        assertThatThrownBy(() -> run(settings(inbox("first-run-gives", "Gives", "FRG", rule), List.of())))
                .isInstanceOf(BadFirstRun.class)
                .hasMessageContaining("first-run-nobody");
        assertThat(inboxes.find(new InboxKey("first-run-gives"))).isEmpty();
    }

    @Test
    void withoutAnAdminNobodyCouldSetAnythingUpSoTheStartIsRefused() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            nobodyIsAdmin();

            assertThatThrownBy(() -> run(new FirstRunSettings(List.of(), List.of())))
                    .isInstanceOf(BadFirstRun.class)
                    .hasMessageContaining("Nobody is a member of camunda-admin")
                    .hasMessageContaining("mailroom.first-run.people");
        });
    }

    @Test
    void anAdminAmongTheSettingsIsEnough() {
        var admin =
                new PersonToAdd("first-run-admin", "Ada", "ada@staff.localhost", "very secret", Set.of(People.ADMINS));
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            nobodyIsAdmin();

            assertThatCode(() -> run(new FirstRunSettings(List.of(), List.of(admin))))
                    .doesNotThrowAnyException();
        });
    }

    private void run(FirstRunSettings settings) {
        var run = new FirstRun(settings, inboxes, setup, people, mailboxes, jdbc);
        transaction.executeWithoutResult(status -> run.run(new DefaultApplicationArguments()));
    }

    private static FirstRunSettings settings(InboxToAdd inbox, List<PersonToAdd> people) {
        return new FirstRunSettings(List.of(inbox), people);
    }

    private static InboxToAdd inbox(String key, String name, String prefix, EscalationToAdd rule) {
        return new InboxToAdd(
                key,
                name,
                key + "@mailroom.localhost",
                prefix,
                null,
                true,
                false,
                true,
                Duration.ofHours(4),
                Duration.ofDays(7),
                WhenClosed.REOPEN,
                null,
                List.of(rule));
    }

    private static EscalationToAdd rule(int level, String delay) {
        return new EscalationToAdd(level, Duration.parse("PT" + delay), Action.NOTIFY, null);
    }

    /** The last admin stays one for everybody who asks the engine. */
    private void nobodyIsAdmin() {
        jdbc.sql("delete from act_id_membership where group_id_ = 'camunda-admin'")
                .update();
    }
}
