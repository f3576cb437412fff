package org.mailroom.cases.process.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailroom.cases.process.guard.GuardedHouse.OWNER;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseRefusal.Reason;
import org.mailroom.cases.process.guard.EngineClient.Answer;
import org.mailroom.cases.process.guard.EngineClient.Way;
import org.mailroom.engine.People;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A case that somebody owns, and people who try this and that with it at the engine's interfaces. */
@MailroomTest
abstract class GuardedCase {

    static final DateTimeFormatter CAMUNDA =
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
    IdentityService identities;

    @Autowired
    People people;

    GuardedHouse guarded;
    CaseNumber number;

    /** The paths of the task and of the process. */
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

    String taskId() {
        return task.substring("/task/".length());
    }

    String instanceId() {
        return instance.substring("/process-instance/".length());
    }

    EngineClient as(Way way, String person) {
        return new EngineClient(port, way, person);
    }

    interface Attempt {
        Answer make();
    }

    /** Makes an attempt and holds that it is refused and changes nothing. */
    void refused(int status, String sentence, Attempt attempt) {
        Map<String, Object> before = guarded.seen(number);
        Answer answer = attempt.make();
        assertThat(answer.body()).contains(sentence);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(guarded.seen(number)).isEqualTo(before);
    }

    /** Makes an attempt that the door or the guard refuses for good, and holds that it changes nothing. */
    void closed(Attempt attempt) {
        Map<String, Object> before = guarded.seen(number);
        assertThat(attempt.make().status()).isIn(403, 409);
        assertThat(guarded.seen(number)).isEqualTo(before);
    }

    /** Gives the engine a command in the name of a person, as its interfaces do, and holds that the guard refuses it. */
    void refusedByTheEngine(Reason reason, String person, Runnable command) {
        Map<String, Object> before = guarded.seen(number);
        assertThatThrownBy(() -> inTheNameOf(person, command))
                .isInstanceOfSatisfying(CaseRefusal.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
        assertThat(guarded.seen(number)).isEqualTo(before);
    }

    void inTheNameOf(String person, Runnable command) {
        Set<String> groups = people.find(person).orElseThrow().groups();
        identities.setAuthentication(person, List.copyOf(groups));
        try {
            command.run();
        } finally {
            identities.clearAuthentication();
        }
    }

    static void done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(200, 204);
    }

    static String user(String id) {
        return "{\"userId\":\"" + id + "\"}";
    }

    static String forward(String inbox) {
        return "{\"variables\":{\"decision\":{\"value\":\"forward\"},\"forwardTo\":{\"value\":\"" + inbox
                + "\"},\"dueType\":{\"value\":\"KEEP\"}}}";
    }

    /** The task as Tasklist sends it back, with one value changed. */
    String changed(String field, String value) {
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

    static String quoted(@Nullable String value) {
        return value == null ? "null" : "\"" + value + "\"";
    }
}
