package org.mailroom.cases.process.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.cases.process.guard.GuardedHouse.ADMIN;
import static org.mailroom.cases.process.guard.GuardedHouse.COLLEAGUE;
import static org.mailroom.cases.process.guard.GuardedHouse.NOBODY;
import static org.mailroom.cases.process.guard.GuardedHouse.OWNER;
import static org.mailroom.cases.process.guard.GuardedHouse.STRANGER;
import static org.mailroom.cases.process.guard.GuardedHouse.SUPERVISOR;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.cases.process.guard.EngineClient.Answer;
import org.mailroom.cases.process.guard.EngineClient.Way;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Whoever uses the engine's interfaces can do with a case what its page allows, and no more. */
@MailroomTest
class GuardTests {

    private static final DateTimeFormatter CAMUNDA =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ").withZone(ZoneOffset.UTC);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    CasePlay play;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    RepositoryService models;

    GuardedHouse guarded;
    CaseNumber number;
    String task;
    String instance;

    @BeforeEach
    void aCaseOfSomebody() {
        guarded = new GuardedHouse(house);
        number = guarded.newCase("Guarded");
        task = "/task/" + play.task(number).getId();
        instance = "/process-instance/" + play.instance(number).getId();
        tasks.setAssignee(play.task(number).getId(), OWNER);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyEndsAStepWithAnError(Way way) {
        String error = "{\"errorCode\":\"nope\"}";
        String escalation = "{\"escalationCode\":\"nope\"}";

        refused(403, "cannot be ended with an error", () -> as(way, OWNER).post(task + "/bpmnError", error));
        refused(403, "cannot be ended with an error", () -> as(way, SUPERVISOR).post(task + "/bpmnError", error));
        refused(403, "cannot be ended with an error", () -> as(way, ADMIN).post(task + "/bpmnEscalation", escalation));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyMovesTheProcessByHand(Way way) {
        String cancel = "{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"handleCase\"}]}";
        String message = "{\"messageName\":\"CancelCase\",\"businessKey\":\"" + number + "\"}";

        refused(403, "/stuck", () -> as(way, SUPERVISOR).post(instance + "/modification", cancel));
        refused(403, "/stuck", () -> as(way, ADMIN).post(instance + "/modification", cancel));
        refused(403, "/stuck", () -> as(way, ADMIN).post("/message", message));
        refused(403, "/stuck", () -> as(way, NOBODY).post("/signal", "{\"name\":\"anything\"}"));
        refused(403, "/stuck", () -> as(way, SUPERVISOR).post("/execution/" + instance.substring(18) + "/signal", "{}"));
    }

    @Test
    void nobodyDeletesTheTimerOfACase() {
        String job = management.createJobQuery()
                .processInstanceId(play.instance(number).getId())
                .list()
                .get(0)
                .getId();

        refused(403, "/stuck", () -> as(Way.REST, SUPERVISOR).delete("/job/" + job));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyDeletesTheProcessOfACase(Way way) {
        refused(403, "Cancel the case on its page instead.", () -> as(way, ADMIN).delete(instance));
        refused(403, "Cancel the case on its page instead.", () -> as(way, ADMIN)
                .post("/process-instance/delete", "{\"processInstanceIds\":[\"" + instance.substring(18) + "\"]}"));
    }

    @ParameterizedTest
    @EnumSource
    void aModelOnWhichCasesRunIsNotDeleted(Way way) {
        String definition = play.instance(number).getProcessDefinitionId();
        String deployment = models.getProcessDefinition(definition).getDeploymentId();

        refused(409, "Cases still run on this model: ", () -> as(way, ADMIN).delete("/deployment/" + deployment + "?cascade=true"));
        refused(409, "Cases still run on this model: ", () -> as(way, ADMIN)
                .delete("/process-definition/" + definition + "?cascade=true"));
    }

    @ParameterizedTest
    @EnumSource
    void aColleagueWorksOnNoCaseOfSomebodyElse(Way way) {
        EngineClient colleague = as(way, COLLEAGUE);
        String owned = "Owned by Olga Owner. Nothing was changed.";
        String outcome = "{\"variables\":{\"outcome\":{\"value\":\"complete\"}}}";

        refused(409, owned, () -> colleague.post(task + "/complete", outcome));
        refused(409, owned, () -> colleague.post(task + "/submit-form", outcome));
        refused(409, owned, () -> colleague.post(task + "/resolve", outcome));
        refused(409, owned, () -> colleague.post(task + "/claim", user(COLLEAGUE)));
        refused(409, owned, () -> colleague.post(task + "/unclaim", "{}"));
        refused(409, owned, () -> colleague.post(task + "/assignee", user(COLLEAGUE)));
        refused(409, owned, () -> colleague.post(task + "/assignee", "{\"userId\":null}"));
        refused(409, owned, () -> colleague.put(task, changed("due", "\"2030-01-01T00:00:00.000+0000\"")));
    }

    @ParameterizedTest
    @EnumSource
    void theOwnerIsSomebodyWhoMayHaveTheCase(Way way) {
        EngineClient owner = as(way, OWNER);

        refused(409, "There is nobody with the user name ghost.", () -> owner.post(task + "/assignee", user("ghost")));
        refused(409, "Stan Stranger is not a member", () -> owner.post(task + "/assignee", user(STRANGER)));
        refused(409, "Stan Stranger is not a member", () -> owner.put(task, changed("assignee", "\"" + STRANGER + "\"")));
        refused(409, "Nora Nobody is not a member", () -> as(way, SUPERVISOR).post(task + "/assignee", user(NOBODY)));

        done(owner.post(task + "/assignee", user(COLLEAGUE)));
        assertThat(play.column(number, "owner")).isEqualTo(COLLEAGUE);
    }

    @ParameterizedTest
    @EnumSource
    void noCandidatesAreAddedOrRemoved(Way way) {
        String links = task + "/identity-links";
        String forward = "Forward the case to another inbox instead.";

        for (String person : List.of(OWNER, SUPERVISOR, ADMIN)) {
            EngineClient client = as(way, person);
            refused(403, forward, () -> client.post(links, "{\"userId\":\"" + NOBODY + "\",\"type\":\"candidate\"}"));
            refused(403, forward, () -> client.post(links, "{\"groupId\":\"inbox-finance\",\"type\":\"candidate\"}"));
            refused(403, forward, () -> client.post(
                    links + "/delete", "{\"groupId\":\"inbox-guarded\",\"type\":\"candidate\"}"));
        }
        refused(403, forward, () -> as(way, OWNER).post(task + "/delegate", user(COLLEAGUE)));
        refused(403, forward, () -> as(way, OWNER).put(task, changed("owner", "\"" + NOBODY + "\"")));
    }

    @ParameterizedTest
    @EnumSource
    void variablesAreSetByTheFormAlone(Way way) {
        String value = "{\"value\":\"forward\",\"type\":\"String\"}";
        String only = "Variables of a case are set by the form of its task only.";

        for (String person : List.of(OWNER, SUPERVISOR, ADMIN)) {
            EngineClient client = as(way, person);
            refused(403, only, () -> client.put(task + "/variables/outcome", value));
            refused(403, only, () -> client.put(task + "/localVariables/outcome", value));
            refused(403, only, () -> client.post(task + "/variables", "{\"modifications\":{\"x\":" + value + "}}"));
            refused(403, only, () -> client.delete(task + "/variables/inbox"));
        }
    }

    @Test
    void aSupervisorRepairsAVariableAndAnAgentDoesNot() {
        String value = "{\"value\":\"guarded\",\"type\":\"String\"}";

        Map<String, Object> before = guarded.seen(number);
        assertThat(as(Way.REST, OWNER).put(instance + "/variables/inbox", value).status())
                .isEqualTo(403);
        assertThat(guarded.seen(number)).isEqualTo(before);

        done(as(Way.REST, SUPERVISOR).put(instance + "/variables/inbox", value));
    }

    @ParameterizedTest
    @EnumSource
    void aCaseKeepsASensibleDueDate(Way way) {
        EngineClient owner = as(way, OWNER);

        refused(409, "A case needs a due date.", () -> owner.put(task, changed("due", "null")));
        refused(409, "at most five years ahead", () -> owner.put(task, changed("due", "\"9999-01-01T00:00:00.000+0000\"")));
        refused(409, "at most one year back", () -> owner.put(task, changed("due", "\"1970-01-01T00:00:00.000+0000\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483647", "101", "-1"})
    void aPriorityIsFrom0To100(String priority) {
        refused(409, "A priority is a number from 0 to 100.", () -> as(Way.REST, OWNER)
                .put(task, changed("priority", priority)));
    }

    @Test
    void mailroomNamesTheTasks() {
        refused(403, "not changed this way", () -> as(Way.REST, OWNER).put(task, changed("name", "\"Mine\"")));
    }

    @ParameterizedTest
    @EnumSource
    void anUnownedTaskIsClaimedFirst(Way way) {
        tasks.setAssignee(play.task(number).getId(), null);
        EngineClient colleague = as(way, COLLEAGUE);
        String outcome = "{\"variables\":{\"outcome\":{\"value\":\"complete\"}}}";

        refused(409, "Nobody owns this case. Claim it first.", () -> colleague.post(task + "/complete", outcome));
        refused(409, "Nobody owns this case. Claim it first.", () -> colleague.put(task, changed("priority", "90")));
        refused(409, "Stan Stranger is not a member", () -> colleague.post(task + "/claim", user(STRANGER)));

        done(colleague.post(task + "/claim", user(COLLEAGUE)));
        done(colleague.post(task + "/complete", outcome));
        assertThat(play.column(number, "state")).isEqualTo("CLOSED");
        assertThat(play.timeline(number)).contains("CLAIMED", "COMPLETED");
    }

    @ParameterizedTest
    @EnumSource
    void theOwnerWorksAsBefore(Way way) {
        EngineClient owner = as(way, OWNER);
        String due = CAMUNDA.format(Instant.now().plus(3, ChronoUnit.DAYS));

        done(owner.put(task, changed("due", quoted(due))));
        done(owner.put(task, changed("priority", "80")));
        done(owner.post(task + "/unclaim", "{}"));
        done(owner.post(task + "/claim", user(OWNER)));
        done(owner.post(task + "/submit-form", "{\"variables\":{\"outcome\":{\"value\":\"wait\"}}}"));
        assertThat(play.timeline(number))
                .contains("DUE_CHANGED", "PRIORITY_CHANGED", "RELEASED", "CLAIMED", "WAITING");
    }

    @ParameterizedTest
    @EnumSource
    void aSupervisorReleasesAssignsAndSetsTheDate(Way way) {
        EngineClient supervisor = as(way, SUPERVISOR);

        done(supervisor.put(task, changed("priority", "70")));
        done(supervisor.post(task + "/unclaim", "{}"));
        done(supervisor.put(task, changed("priority", "71")));
        done(supervisor.post(task + "/assignee", user(COLLEAGUE)));
        refused(409, "Owned by Cole Colleague.", () -> supervisor.post(task + "/claim", user(SUPERVISOR)));
        done(supervisor.put(instance + "/suspended", "{\"suspended\":true}"));
        done(supervisor.put(instance + "/suspended", "{\"suspended\":false}"));
        assertThat(play.column(number, "owner")).isEqualTo(COLLEAGUE);
    }

    @ParameterizedTest
    @EnumSource
    void whatAStepOfTheCaseRefusesIsAnsweredWithItsSentence(Way way) {
        EngineClient owner = as(way, OWNER);
        done(owner.post(task + "/complete", "{\"variables\":{\"outcome\":{\"value\":\"forward\"}}}"));
        String choose = "/task/" + play.task(number).getId();

        refused(409, "The case is in this inbox already.", () -> owner.post(choose + "/submit-form", forward("guarded")));
        refused(409, "There is no inbox nowhere.", () -> owner.post(choose + "/submit-form", forward("nowhere")));
        refused(409, "There is no inbox N O.", () -> owner.post(choose + "/submit-form", forward("N O")));
        done(owner.post(choose + "/submit-form", forward("guarded-other")));
        assertThat(play.column(number, "inbox_key")).isEqualTo("guarded-other");
    }

    @Test
    void theSentenceIsInTheLanguageOfThePerson() {
        Answer answer = as(Way.REST, COLLEAGUE)
                .call("POST", task + "/unclaim", "{}", "Accept-Language", "de");

        assertThat(answer.body()).contains("In Bearbeitung bei Olga Owner. Es wurde nichts geändert.");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyAddsCommentsFilesOrTasks(Way way) {
        refused(403, "Write a note", () -> as(way, ADMIN).post(task + "/comment/create", "{\"message\":\"Hello\"}"));
        refused(403, "Tasks belong to cases", () -> as(way, ADMIN).post("/task/create", "{\"name\":\"Mine\"}"));
        refused(403, "Tasks belong to cases", () -> as(way, ADMIN).delete(task));
        assertThat(tasks.createTaskQuery().taskName("Mine").count()).isZero();
    }

    @Test
    void nobodyStartsACaseByHand() {
        refused(403, "A case begins with a mail.", () -> as(Way.REST, ADMIN).post("/process-definition/key/case/start", "{}"));
    }

    @ParameterizedTest
    @CsvSource({NOBODY + ", 403", OWNER + ", 403", SUPERVISOR + ", 403", ADMIN + ", 204"})
    void theJobsOfTheHouseAreForAdmins(String person, int status) {
        String job = history.cleanUpHistoryAsync(true).getId();

        Answer answer = as(Way.REST, person).put("/job/" + job + "/retries", "{\"retries\":3}");

        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void whoMayNotSeeACaseLearnsNothingOfItsOwner() {
        Answer answer = as(Way.REST, STRANGER).post(task + "/complete", "{}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("Olga", OWNER);
    }

    private EngineClient as(Way way, String person) {
        return new EngineClient(port, way, person);
    }

    private interface Attempt {
        Answer make();
    }

    private void refused(int status, String sentence, Attempt attempt) {
        Map<String, Object> before = guarded.seen(number);
        Answer answer = attempt.make();
        assertThat(answer.body()).contains(sentence);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(guarded.seen(number)).isEqualTo(before);
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(200, 204);
    }

    private static String user(String id) {
        return "{\"userId\":\"" + id + "\"}";
    }

    private static String forward(String inbox) {
        return "{\"variables\":{\"decision\":{\"value\":\"forward\"},\"forwardTo\":{\"value\":\"" + inbox
                + "\"},\"dueType\":{\"value\":\"KEEP\"}}}";
    }

    /** The task as Tasklist sends it back, with one value changed. */
    private String changed(String field, String value) {
        Task now = play.task(number);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", quoted(now.getName()));
        values.put("description", quoted(now.getDescription()));
        values.put("priority", Integer.toString(now.getPriority()));
        values.put("assignee", quoted(now.getAssignee()));
        values.put("owner", quoted(now.getOwner()));
        values.put("due", quoted(CAMUNDA.format(now.getDueDate().toInstant())));
        values.put(field, value);
        return values.entrySet().stream()
                .map(one -> "\"" + one.getKey() + "\":" + one.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(@Nullable String value) {
        return value == null ? "null" : "\"" + value + "\"";
    }
}
