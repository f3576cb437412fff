package org.mailroom.cases.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.mailroom.cases.Found;
import org.mailroom.cases.StuckKind;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds cases and processes that nobody and nothing will go on with. The engine's own tables are read here, by their documented
 * columns: its queries know nothing of our cases, and one statement for each kind costs the same however many cases are open.
 */
@Component
public class StuckProcesses {

    /**
     * Of a process only the outermost execution names its root, which is another process for one that was called.
     *
     * <p>The timer of the escalation is no work: it runs beside the task and never brings one. Nor is a timer that waits for ever.
     * Messages that start an event sub-process of the whole case wait at its outermost execution, and always do.
     */
    private static final String CASES_WITHOUT_WORK =
            """
            select c.number as thing, c.number, c.inbox_key, c.process_instance_id
            from cases c
            where c.state <> 'CLOSED'
              and not exists (select from act_ru_execution p join act_ru_task t on t.proc_inst_id_ = p.id_
                              where p.root_proc_inst_id_ = c.process_instance_id)
              and not exists (select from act_ru_execution p join act_ru_job j on j.process_instance_id_ = p.id_
                                   left join act_ru_jobdef d on d.id_ = j.job_def_id_
                              where p.root_proc_inst_id_ = c.process_instance_id
                                and coalesce(d.act_id_, '') <> :escalation
                                and coalesce(j.duedate_, '-infinity') < '9999-01-01')
              and not exists (select from act_ru_execution p join act_ru_event_subscr s on s.proc_inst_id_ = p.id_
                              where p.root_proc_inst_id_ = c.process_instance_id
                                and s.execution_id_ <> s.proc_inst_id_)
              and not exists (select from act_ru_execution p join act_ru_ext_task x on x.proc_inst_id_ = p.id_
                              where p.root_proc_inst_id_ = c.process_instance_id)
              and not exists (select from act_ru_execution p join act_ru_incident i on i.proc_inst_id_ = p.id_
                              where p.root_proc_inst_id_ = c.process_instance_id)
            """;

    private static final String PROCESSES_WITHOUT_CASE =
            """
            select e.id_ as thing, null as number, null as inbox_key, e.id_ as process_instance_id
            from act_ru_execution e join act_re_procdef p on p.id_ = e.proc_def_id_
            where e.parent_id_ is null and e.super_exec_ is null and p.key_ = :model
              and not exists (select from cases c where c.process_instance_id = e.id_)
            """;

    private static final String FAILED_STEPS =
            """
            select j.id_ as thing, c.number, c.inbox_key, j.process_instance_id_ as process_instance_id
            from act_ru_job j left join act_ru_execution p on p.id_ = j.process_instance_id_
                 left join cases c on c.process_instance_id = p.root_proc_inst_id_
            where j.retries_ = 0
            """;

    private static final String SUSPENDED_INSTANCES =
            """
            select e.id_ as thing, c.number, c.inbox_key, e.id_ as process_instance_id
            from act_ru_execution e left join cases c on c.process_instance_id = e.root_proc_inst_id_
            where e.parent_id_ is null and e.suspension_state_ = 2
            """;

    private final JdbcClient jdbc;

    StuckProcesses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns everything of the four kinds that concern cases and processes. */
    public List<Found> all() {
        return Stream.of(
                        found(
                                StuckKind.CASE_WITHOUT_WORK,
                                jdbc.sql(CASES_WITHOUT_WORK).param("escalation", CaseModel.ESCALATION_DUE)),
                        found(
                                StuckKind.PROCESS_WITHOUT_CASE,
                                jdbc.sql(PROCESSES_WITHOUT_CASE).param("model", CaseModel.KEY)),
                        found(StuckKind.FAILED_STEP, jdbc.sql(FAILED_STEPS)),
                        found(StuckKind.SUSPENDED_INSTANCE, jdbc.sql(SUSPENDED_INSTANCES)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Found> found(StuckKind kind, JdbcClient.StatementSpec question) {
        return question.query((row, index) -> found(kind, row)).list();
    }

    private static Found found(StuckKind kind, ResultSet row) throws SQLException {
        String number = row.getString("number");
        String inbox = row.getString("inbox_key");
        return new Found(
                kind,
                row.getString("thing"),
                inbox == null ? null : new InboxKey(inbox),
                number == null ? null : new CaseNumber(number),
                row.getString("process_instance_id"),
                null);
    }
}
