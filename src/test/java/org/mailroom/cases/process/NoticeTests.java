package org.mailroom.cases.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.testing.CasePlay.FINANCE;
import static org.mailroom.testing.CasePlay.SAM;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.Casework;
import org.mailroom.cases.Forwarding;
import org.mailroom.cases.Forwarding.DueType;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who hears by mail of what happens to a case inside, and what the model says of the case. */
@MailroomTest
class NoticeTests {

    private static final Path MODEL = Path.of("processes/case.bpmn");

    @Autowired
    CasePlay play;

    @Autowired
    Casework work;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    @Autowired
    RepositoryService models;

    @Autowired
    JdbcClient jdbc;

    private String deployment = "";

    @AfterEach
    void tidyUp() {
        identities.clearAuthentication();
        if (!deployment.isEmpty()) {
            models.deleteDeployment(deployment, true);
        }
    }

    @Test
    void whoeverIsAssignedACaseByAnotherPersonIsToldOnce() {
        CaseNumber number = play.opened("Assigned by Sue");
        assign(number, "supervisor", "support-agent");
        assertThat(notices(number, "assigned"))
                .singleElement()
                .asString()
                .contains("To: Sam Support <support-agent@staff.localhost>", "Assigned to you by Sue Supervisor");
    }

    @Test
    void whoeverClaimsACaseIsNotTold() {
        CaseNumber number = play.opened("Claimed by Sam");
        work.claim(number, SAM);
        work.release(number, SAM);
        assertThat(notices(number, "assigned")).isEmpty();
    }

    @Test
    void eachAssignmentIsTold() {
        CaseNumber number = play.opened("Assigned twice");
        assign(number, "supervisor", "support-agent");
        assign(number, "supervisor", null);
        assign(number, "admin", "support-agent");
        assertThat(notices(number, "assigned")).hasSize(2).last().asString().contains("by Ada Admin");
    }

    @Test
    void theMembersOfTheOtherInboxAreToldOfAForwardedCase() {
        CaseNumber number = play.opened("Forwarded with a notice");
        work.forward(number, SAM, new Forwarding(FINANCE, DueType.KEEP, null, ""));
        assertThat(notices(number, "step"))
                .last()
                .asString()
                .contains("finance-agent@staff.localhost", "Forwarded to this inbox");
        assertThat(told(number)).containsExactly("Sam Support", "Fay Finance");
        assertThat(notices(number, "assigned")).isEmpty();
    }

    @Test
    void aSecondStepThatNotifiesPeopleReallySends() throws IOException {
        deploy(Files.readString(MODEL).replace("${notifyNewInbox}", "${notifyPeople}"));
        CaseNumber number = play.opened("Notified twice");
        work.forward(number, SAM, new Forwarding(FINANCE, DueType.KEEP, null, ""));
        assertThat(notices(number, "step")).hasSize(2).allSatisfy(mail -> assertThat(mail)
                .contains("New case"));
        assertThat(told(number)).hasSize(2);
    }

    @Test
    void aModelSaysWhatANoticeIsAbout() throws IOException {
        String input =
                "<extensionElements><camunda:inputOutput><camunda:inputParameter name=\"notice\">The contract is signed"
                        + "</camunda:inputParameter></camunda:inputOutput></extensionElements>";
        deploy(Files.readString(MODEL)
                .replace(
                        "<incoming>opened_to_notifyPeople</incoming>",
                        input + "<incoming>opened_to_notifyPeople</incoming>"));
        CaseNumber number = play.opened("Notified in words of the model");
        assertThat(notices(number, "step")).singleElement().asString().contains("The contract is signed");
    }

    @Test
    void aStepThatHasNobodyToTellLeavesNoLine() throws IOException {
        jdbc.sql("update act_id_user set email_ = null where id_ = 'finance-agent'")
                .update();
        try {
            CaseNumber number = play.opened("Nobody has an address");
            work.forward(number, SAM, new Forwarding(FINANCE, DueType.KEEP, null, ""));
            assertThat(told(number)).containsExactly("Sam Support");
        } finally {
            jdbc.sql("update act_id_user set email_ = 'finance-agent@staff.localhost' where id_ = 'finance-agent'")
                    .update();
        }
    }

    @Test
    void aPriorityThatTheModelSetsIsThatOfTheCaseAtOnce() throws IOException {
        String priority = "camunda:priority=\"${caseFacts.priority(execution)}\" camunda:formRef=\"forwardCase\"";
        deploy(Files.readString(MODEL).replace(priority, "camunda:priority=\"90\" camunda:formRef=\"forwardCase\""));
        CaseNumber number = play.opened("Urgent by its model");
        Object before = play.column(number, "priority");
        tasks.complete(play.task(number).getId(), Map.of("outcome", "forward"));
        assertThat(play.column(number, "priority")).isEqualTo(90);
        assertThat(play.timeline(number)).endsWith("PRIORITY_CHANGED");
        tasks.complete(play.task(number).getId(), Map.of("decision", "back"));
        assertThat(play.task(number).getPriority()).isEqualTo(90).isNotEqualTo(before);
    }

    @Test
    void aPriorityThatAListenerOfTheModelSetsIsThatOfTheCaseToo() throws IOException {
        String listener = "<camunda:taskListener delegateExpression=\"${offerInboxes}\" event=\"create\"/>";
        deploy(Files.readString(MODEL)
                .replace(
                        listener,
                        listener + "<camunda:taskListener expression=\"${task.setPriority(85)}\" event=\"create\"/>"));
        CaseNumber number = play.opened("Urgent by a listener");
        tasks.complete(play.task(number).getId(), Map.of("outcome", "forward"));
        assertThat(play.column(number, "priority")).isEqualTo(85);
    }

    @Test
    void aTaskThatSaysNothingOfItsPriorityLeavesThatOfTheCase() throws IOException {
        String priority = " camunda:priority=\"${caseFacts.priority(execution)}\" camunda:formRef=\"forwardCase\"";
        deploy(Files.readString(MODEL).replace(priority, " camunda:formRef=\"forwardCase\""));
        CaseNumber number = play.opened("As urgent as before");
        tasks.setPriority(play.task(number).getId(), 70);
        tasks.complete(play.task(number).getId(), Map.of("outcome", "forward"));
        assertThat(play.column(number, "priority")).isEqualTo(70);
    }

    private void deploy(String model) {
        deployment =
                models.createDeployment().addString("case.bpmn", model).deploy().getId();
    }

    private void assign(CaseNumber number, String by, String to) {
        String task = play.task(number).getId();
        identities.setAuthentication(by, List.of(by.equals("admin") ? "camunda-admin" : "supervisors"));
        tasks.setAssignee(task, to);
        identities.clearAuthentication();
    }

    private List<String> notices(CaseNumber number, String cause) {
        return jdbc
                .sql("select raw from outgoing_mail where cause like :cause order by id")
                .param("cause", "notice:" + number + ":" + cause + ":%")
                .query(byte[].class)
                .list()
                .stream()
                .map(raw -> new String(raw, StandardCharsets.UTF_8))
                .toList();
    }

    private List<String> told(CaseNumber number) {
        return jdbc.sql(
                        "select new_value from case_event where case_number = :number and kind = 'PEOPLE_NOTIFIED' order by id")
                .param("number", number.value())
                .query(String.class)
                .list();
    }
}
