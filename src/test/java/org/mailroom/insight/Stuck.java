package org.mailroom.insight;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.mailroom.cases.Agent;
import org.mailroom.cases.Casework;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.CasePlay;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes things that are stuck, as somebody who goes around every guard would, and clears them away. */
final class Stuck {

    private static final Agent SUE = new Agent("supervisor", Set.of(), true);

    private final JdbcClient jdbc;
    private final CasePlay play;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final Casework work;
    private final List<Long> mails = new ArrayList<>();
    private final List<CaseNumber> cases = new ArrayList<>();

    Stuck(
            JdbcClient jdbc,
            CasePlay play,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            Casework work) {
        this.work = work;
        this.jdbc = jdbc;
        this.play = play;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
    }

    /** An open case whose task ended by an error that nobody catches. */
    CaseNumber withoutTask(String subject) {
        CaseNumber number = play.opened(subject);
        cases.add(number);
        tasks.handleBpmnError(play.task(number).getId(), "nobody-catches-this");
        return number;
    }

    /** A case with a task, and beside it a step that has no retries left. */
    CaseNumber failedStep(String subject) {
        CaseNumber number = play.opened(subject);
        cases.add(number);
        play.followUp(number, false);
        fail(number, "takeUpReply");
        return number;
    }

    void fail(CaseNumber number, String step) {
        Job job = management
                .createJobQuery()
                .processInstanceId(play.instance(number).getId())
                .activityId(step)
                .singleResult();
        management.setJobRetries(job.getId(), 0);
        String trace = "org.camunda.bpm.engine.ProcessEngineException: the customer's secret\n\tat a.B.c(B.java:1)\n"
                + "Caused by: java.lang.ArithmeticException: the customer's secret: more.of.it\n\tat a.B.c(B.java:2)\n";
        String id = UUID.randomUUID().toString();
        jdbc.sql("insert into act_ge_bytearray (id_, rev_, name_, bytes_) values (:id, 1, 'trace', :trace)")
                .param("id", id)
                .param("trace", trace.getBytes(StandardCharsets.UTF_8))
                .update();
        jdbc.sql("update act_ru_job set exception_stack_id_ = :id where id_ = :job")
                .param("id", id)
                .param("job", job.getId())
                .update();
    }

    String processWithoutCase() {
        return runtime.createProcessInstanceByKey("case")
                .businessKey("LOST-" + UUID.randomUUID().toString().substring(0, 8))
                .startBeforeActivity("waiting")
                .execute()
                .getId();
    }

    /** A mail that was received so long ago. */
    long mail(String state, String ago) {
        byte[] raw = ("Subject: " + UUID.randomUUID() + "\r\n\r\nHello").getBytes(StandardCharsets.UTF_8);
        long id = jdbc.sql(
                        """
                        insert into received_mail (inbox_key, message_id, digest, raw, state, received_at, next_attempt_at, reason)
                        values ('support', :id, :raw, :raw, :state, now() - :ago::interval, now() - :ago::interval,
                                'The routing table failed.')
                        returning id
                        """)
                .param("id", UUID.randomUUID() + "@stuck.example")
                .param("raw", raw)
                .param("state", state)
                .param("ago", ago)
                .query(Long.class)
                .single();
        mails.add(id);
        return id;
    }

    /** Other tests find nothing that is stuck because of this one. */
    void clear() {
        mails.forEach(id -> jdbc.sql("update received_mail set state = 'IGNORED', settled_at = now() where id = :id")
                .param("id", id)
                .update());
        cases.stream().filter(this::isOpen).forEach(number -> work.cancel(number, SUE, ""));
        jdbc.sql("delete from finding").update();
    }

    private boolean isOpen(CaseNumber number) {
        return !"CLOSED".equals(play.column(number, "state"));
    }
}
