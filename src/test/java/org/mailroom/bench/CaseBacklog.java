package org.mailroom.bench;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cases of before, written into the tables at one go: what a Mailroom has that was at work for a while. They are copies of a
 * case that it has, under other numbers; one in twenty is open, the others are closed and their processes have ended.
 */
final class CaseBacklog {

    private static final int OPEN_ONE_IN = 20;
    private static final String IF_OPEN = "n % " + OPEN_ONE_IN + " = 0";

    /** Tables of the engine that hold what runs, those that others refer to first. */
    private static final List<String> RUNNING = List.of(
            "act_ru_execution",
            "act_ru_task",
            "act_ru_identitylink",
            "act_ru_variable",
            "act_ru_event_subscr",
            "act_ru_job",
            "act_ru_authorization");

    private static final List<String> HISTORY = List.of("act_hi_procinst", "act_hi_taskinst");

    /** Fifteen rows a case, which only ever grow at their end: a part of them will do. */
    private static final String STEPS = "act_hi_actinst";

    /** Columns of the engine by which rows of one process refer to each other. */
    private static final Set<String> IDS = Set.of(
            "id_",
            "parent_id_",
            "execution_id_",
            "var_scope_",
            "proc_inst_id_",
            "process_instance_id_",
            "root_proc_inst_id_",
            "act_inst_id_",
            "parent_act_inst_id_",
            "task_id_",
            "resource_id_");

    private final JdbcClient jdbc;

    CaseBacklog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(int cases) {
        jdbc.sql("create temporary table model as select * from cases order by number desc limit 1")
                .update();
        jdbc.sql(
                        """
                        create temporary table model_id as
                        select id_ as id from act_ru_execution where proc_inst_id_ = (select process_instance_id from model)
                        union select id_ from act_ru_task where proc_inst_id_ = (select process_instance_id from model)
                        """)
                .update();
        ours(cases);
        RUNNING.forEach(table -> copy(table, cases, IF_OPEN));
        copy(STEPS, cases, IF_OPEN);
        HISTORY.forEach(table -> copy(table, cases, "true"));
        jdbc.sql(
                        """
                        update act_hi_procinst set end_time_ = start_time_, state_ = 'COMPLETED'
                        where business_key_ in (select number from cases where state = 'CLOSED')
                        """)
                .update();
        jdbc.sql("analyze").update();
    }

    private void ours(int cases) {
        jdbc.sql(
                        """
                        insert into cases (number, inbox_key, state, outcome, subject, requester_address, requester_name,
                                           answerable, contact_id, priority, due_at, opened_at, closed_at, process_instance_id)
                        select 'OLD-' || n, inbox_key, case when n % :open = 0 then 'OPEN' else 'CLOSED' end,
                               case when n % :open > 0 then 'COMPLETED' end, subject || n, 'old' || n % 50000 || '@customer.example',
                               requester_name, answerable, contact_id, priority, due_at - make_interval(mins => n),
                               opened_at - make_interval(mins => n),
                               case when n % :open > 0 then opened_at end, process_instance_id || '-' || n
                        from model, generate_series(1, :cases) n
                        """)
                .param("open", OPEN_ONE_IN)
                .param("cases", cases)
                .update();
        jdbc.sql(
                        """
                        insert into message (case_number, direction, kind, message_id, reference_ids, from_address, to_addresses,
                                             subject, body, new_text, at)
                        select 'OLD-' || n, direction, kind, 'old' || n || '.' || direction || '@customer.example', reference_ids,
                               from_address, to_addresses, message.subject, left(body, 500), left(new_text, 500),
                               at - make_interval(mins => n)
                        from message join model on number = case_number, generate_series(1, :cases) n
                        """)
                .param("cases", cases)
                .update();
        jdbc.sql(
                        """
                        insert into message_ancestor (message_id, ancestor) select id, md5(id::text)::uuid from message
                        on conflict do nothing
                        """)
                .update();
        jdbc.sql(
                        """
                        insert into case_event (case_number, at, kind, new_value)
                        select 'OLD-' || n, at - make_interval(mins => n), kind, new_value
                        from case_event join model on number = case_number, generate_series(1, :cases) n
                        """)
                .param("cases", cases)
                .update();
        jdbc.sql(
                        """
                        insert into received_mail (inbox_key, message_id, digest, raw, received_at, state, case_number)
                        select inbox_key, 'old' || n || '.IN@customer.example', sha256(('old' || n)::bytea),
                               convert_to(repeat('mail', 100), 'UTF8'), now() - make_interval(mins => n), 'DELIVERED', 'OLD-' || n
                        from model, generate_series(1, :cases) n
                        """)
                .param("cases", cases)
                .update();
        jdbc.sql(
                        """
                        insert into outgoing_mail (cause, kind, answers_to, case_number, inbox_key, message_id, envelope_from,
                                                   recipients, subject, raw, state, created_at, sent_at)
                        select 'confirmation:OLD-' || n, kind, answers_to || n, 'OLD-' || n, inbox_key, 'old' || n || '@sent', '',
                               recipients, subject, convert_to(repeat('mail', 100), 'UTF8'), 'SENT',
                               created_at - make_interval(mins => n), created_at
                        from (select o.* from outgoing_mail o join model on number = o.case_number limit 1) o,
                             generate_series(1, :cases) n
                        """)
                .param("cases", cases)
                .update();
    }

    private void copy(String table, int cases, String condition) {
        List<String> columns = jdbc.sql(
                        "select column_name from information_schema.columns where table_name = :table order by ordinal_position")
                .param("table", table)
                .query(String.class)
                .list();
        String values = columns.stream().map(CaseBacklog::value).collect(Collectors.joining(", "));
        jdbc.sql("insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from " + table
                        + ", generate_series(1, :cases) n where " + ofModel(columns) + " and " + condition)
                .param("cases", cases)
                .update();
    }

    private static String value(String column) {
        return IDS.contains(column)
                ? column + " || '-' || n"
                : column.equals("business_key_")
                        ? "case when business_key_ is null then null else 'OLD-' || n end"
                        : column;
    }

    private static String ofModel(List<String> columns) {
        String id = columns.contains("proc_inst_id_")
                ? "proc_inst_id_"
                : columns.contains("process_instance_id_")
                        ? "process_instance_id_"
                        : columns.contains("task_id_") ? "task_id_" : "resource_id_";
        return id + " in (select id from model_id union select process_instance_id from model)";
    }
}
