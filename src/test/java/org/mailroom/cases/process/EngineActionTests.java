package org.mailroom.cases.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.testing.CasePlay.SAM;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.Casework;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody does in Cockpit or over the engine's REST interface stands on the timeline of the case. */
@MailroomTest
class EngineActionTests {

    @Autowired
    CasePlay play;

    @Autowired
    Casework work;

    @Autowired
    IdentityService identities;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void logOut() {
        identities.clearAuthentication();
    }

    @Test
    void aTimerThatSomebodyMoves() {
        CaseNumber number = play.opened("Its timer is moved");
        Date date = Date.from(Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS));
        asAda(() -> management.setJobDuedate(timer(number).getId(), date));
        assertThat(lines(number)).containsExactly("TIMER_MOVED admin " + date.toInstant() + " Escalation due");
    }

    @Test
    void aCaseThatSomebodySuspendsAndActivates() {
        CaseNumber number = play.opened("Suspended and activated");
        asAda(() -> runtime.suspendProcessInstanceById(instance(number)));
        asAda(() -> runtime.activateProcessInstanceById(instance(number)));
        assertThat(lines(number)).containsExactly("ENGINE_ACTION admin SUSPEND", "ENGINE_ACTION admin ACTIVATE");
    }

    @Test
    void aCaseThatSomebodyMigrates() {
        CaseNumber number = play.opened("Migrated");
        String definition = play.instance(number).getProcessDefinitionId();
        var plan = runtime.createMigrationPlan(definition, definition)
                .mapEqualActivities()
                .build();
        asAda(() ->
                runtime.newMigration(plan).processInstanceIds(instance(number)).execute());
        assertThat(lines(number)).containsExactly("ENGINE_ACTION admin MIGRATE");
    }

    @Test
    void aVariableThatSomebodySetsIsToldWithoutItsValue() {
        CaseNumber number = play.opened("A variable is set");
        asAda(() -> runtime.setVariable(instance(number), "remark", "a customer's secret"));
        asAda(() -> runtime.removeVariable(instance(number), "remark"));
        assertThat(lines(number))
                .containsExactly("ENGINE_ACTION admin SET_VARIABLE", "ENGINE_ACTION admin REMOVE_VARIABLE");
    }

    @Test
    void aStepThatSomebodyTriesAgain() {
        CaseNumber number = play.opened("A step is tried again");
        asAda(() -> management.setJobRetries(timer(number).getId(), 5));
        assertThat(lines(number)).containsExactly("ENGINE_ACTION admin Escalation due RETRY");
    }

    @Test
    void whatMailroomDoesItselfAndWhatIsDoneInTasklistIsToldOnce() {
        CaseNumber number = play.opened("Worked by verbs and in Tasklist");
        work.waitForReply(number, SAM, null);
        work.claim(number, SAM);
        asAda(() -> tasks.setAssignee(play.task(number).getId(), "support-agent"));
        asAda(() -> tasks.setPriority(play.task(number).getId(), 75));
        asAda(() -> tasks.complete(play.task(number).getId(), Map.of("outcome", "wait")));
        work.cancel(number, SAM, "");
        assertThat(lines(number)).isEmpty();
    }

    private void asAda(Runnable action) {
        identities.setAuthentication("admin", List.of("camunda-admin"));
        action.run();
        identities.clearAuthentication();
    }

    private Job timer(CaseNumber number) {
        return management
                .createJobQuery()
                .processInstanceId(instance(number))
                .activityId("escalationDue")
                .singleResult();
    }

    private String instance(CaseNumber number) {
        return play.column(number, "process_instance_id").toString();
    }

    private List<String> lines(CaseNumber number) {
        return jdbc.sql(
                        """
                        select concat_ws(' ', kind, actor, old_value, new_value, note) from case_event
                        where case_number = :number and kind in ('TIMER_MOVED', 'ENGINE_ACTION') order by id
                        """)
                .param("number", number.value())
                .query(String.class)
                .list();
    }
}
