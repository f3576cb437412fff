package org.mailroom.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.mailroom.cases.Agent;
import org.mailroom.cases.Cases;
import org.mailroom.cases.FollowUp;
import org.mailroom.cases.NewCase;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.Message;
import org.mailroom.message.MessageId;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plays a case: mail comes in, jobs run when the test says so, time passes when the test says so. */
@TestComponent
public class CasePlay {

    public static final InboxKey SUPPORT = new InboxKey("support");
    public static final InboxKey FINANCE = new InboxKey("finance");
    public static final Agent SAM = new Agent("support-agent", Set.of(SUPPORT), false);
    public static final Agent FAY = new Agent("finance-agent", Set.of(FINANCE), false);

    private final Cases cases;
    private final JdbcClient jdbc;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskService tasks;

    CasePlay(Cases cases, JdbcClient jdbc, RuntimeService runtime, ManagementService management, TaskService tasks) {
        this.cases = cases;
        this.jdbc = jdbc;
        this.runtime = runtime;
        this.management = management;
        this.tasks = tasks;
    }

    /** A customer whom nobody knows yet writes to support, and everything happens that happens by itself. */
    public CaseNumber opened(String subject) {
        CaseNumber number = arrived(mail(newCustomer(), subject), true);
        runJobs(number);
        return number;
    }

    /** The case is there, but none of its jobs has run. */
    public CaseNumber arrived(Message message, boolean answerable) {
        return arrived(SUPPORT, message, answerable);
    }

    public CaseNumber arrived(InboxKey inbox, Message message, boolean answerable) {
        return cases.open(new NewCase(receivedMail(message), inbox, message, answerable, "", null, null, ""));
    }

    public CaseNumber followUp(CaseNumber number, boolean automatic) {
        String customer = jdbc.sql("select requester_address from cases where number = :number")
                .param("number", number.value())
                .query(String.class)
                .single();
        Message message = mail(customer, "Re: " + number);
        return cases.join(new FollowUp(receivedMail(message), number, message, !automatic, "", automatic));
    }

    public static String newCustomer() {
        return "customer-" + UUID.randomUUID() + "@example.com";
    }

    public static Message mail(String from, String subject) {
        return new Message(
                new MessageId(UUID.randomUUID() + "@example.com"),
                new EmailAddress(from, "Carla Customer"),
                List.of(),
                List.of(EmailAddress.of("support@mailroom.localhost")),
                List.of(),
                subject,
                Instant.now(),
                null,
                List.of(),
                null,
                "Hello,\nthe printer is broken.",
                null,
                "Hello,\nthe printer is broken.",
                List.of(),
                List.of());
    }

    /** Runs what is due of a case, and what becomes due by that, until nothing is. */
    public void runJobs(CaseNumber number) {
        for (List<Job> due = due(number); !due.isEmpty(); due = due(number)) {
            management.executeJob(due.get(0).getId());
        }
    }

    private List<Job> due(CaseNumber number) {
        if (ended(number)) {
            return List.of();
        }
        return management
                .createJobQuery()
                .processInstanceId(instance(number).getId())
                .executable()
                .list();
    }

    /** Time passes for due dates and timers. */
    public void wait(Duration time) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
    }

    public ProcessInstance instance(CaseNumber number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult();
    }

    public boolean ended(CaseNumber number) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number.value())
                        .count()
                == 0;
    }

    /** The one task of the case; null while there is none. */
    public Task task(CaseNumber number) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult();
    }

    /** The kinds of the events on the timeline of the case, oldest first. */
    public List<String> timeline(CaseNumber number) {
        return jdbc.sql("select kind from case_event where case_number = :number order by id")
                .param("number", number.value())
                .query(String.class)
                .list();
    }

    public Object column(CaseNumber number, String column) {
        return jdbc.sql("select " + column + " from cases where number = :number")
                .param("number", number.value())
                .query()
                .singleRow()
                .get(column);
    }

    private long receivedMail(Message message) {
        byte[] raw = message.id().inBrackets().getBytes(StandardCharsets.UTF_8);
        return jdbc.sql(
                        """
                        insert into received_mail (inbox_key, message_id, digest, raw, state)
                        values ('support', :id, :raw, :raw, 'DELIVERED') returning id
                        """)
                .param("id", message.id().value())
                .param("raw", raw)
                .query(Long.class)
                .single();
    }
}
