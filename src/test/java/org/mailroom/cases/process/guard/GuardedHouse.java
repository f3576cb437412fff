package org.mailroom.cases.process.guard;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailroom.engine.InboxRights;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.Inboxes;
import org.mailroom.inbox.WhenClosed;
import org.mailroom.message.EmailAddress;
import org.mailroom.testing.CasePlay;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The inbox of the guard's tests with its people, and what there is to see of a case. */
final class GuardedHouse {

    static final String OWNER = "guard-owner";
    static final String COLLEAGUE = "guard-colleague";
    static final String STRANGER = "guard-stranger";
    static final String SUPERVISOR = "guard-supervisor";
    static final String ANALYST = "guard-analyst";
    static final String ADMIN = "guard-admin";
    static final String NOBODY = "guard-nobody";

    private static final InboxKey INBOX = new InboxKey("guarded");
    private static final InboxKey OTHER = new InboxKey("guarded-other");

    private final ApplicationContext house;
    private final CasePlay play;

    GuardedHouse(ApplicationContext house) {
        this.house = house;
        this.play = house.getBean(CasePlay.class);
        add(INBOX, "GRD");
        add(OTHER, "GRO");
        add(OWNER, "Olga Owner", INBOX.group());
        add(COLLEAGUE, "Cole Colleague", INBOX.group());
        add(STRANGER, "Stan Stranger", OTHER.group());
        add(SUPERVISOR, "Susi Supervisor", People.SUPERVISORS);
        add(ANALYST, "Anna Analyst", People.ANALYSTS);
        add(ADMIN, "Abel Admin", People.ADMINS);
        add(NOBODY, "Nora Nobody");
    }

    CaseNumber newCase(String subject) {
        CaseNumber number = play.arrived(INBOX, CasePlay.mail(CasePlay.newCustomer(), subject), true);
        play.runJobs(number);
        return number;
    }

    /** All that a refused command may not have changed. */
    Map<String, Object> seen(CaseNumber number) {
        JdbcClient jdbc = house.getBean(JdbcClient.class);
        return Map.of(
                "row", one(jdbc, "select * from cases where number = ?", number),
                "timeline", play.timeline(number),
                "process", many(jdbc, "select id_, act_id_, suspension_state_ from act_ru_execution", number),
                "task",
                        many(
                                jdbc,
                                "select id_, assignee_, owner_, priority_, due_date_, name_ from act_ru_task",
                                number),
                "variables", many(jdbc, "select name_, text_, long_ from act_ru_variable", number),
                "jobs", many(jdbc, "select id_, duedate_, retries_ from act_ru_job", number),
                "candidates", candidates(jdbc, number));
    }

    private static List<Map<String, Object>> candidates(JdbcClient jdbc, CaseNumber number) {
        return jdbc.sql(
                        """
                        select type_, user_id_, group_id_ from act_ru_identitylink where task_id_ in
                        (select t.id_ from act_ru_task t join cases c on c.process_instance_id = t.proc_inst_id_ where c.number = ?)
                        order by 1, 2, 3
                        """)
                .param(number.value())
                .query()
                .listOfRows();
    }

    private static Map<String, Object> one(JdbcClient jdbc, String sql, CaseNumber number) {
        return jdbc.sql(sql).param(number.value()).query().singleRow();
    }

    private static List<Map<String, Object>> many(JdbcClient jdbc, String select, CaseNumber number) {
        String column = select.endsWith("act_ru_job") ? "process_instance_id_" : "proc_inst_id_";
        return jdbc.sql(select + " where " + column
                        + " = (select process_instance_id from cases where number = ?) order by 1, 2")
                .param(number.value())
                .query()
                .listOfRows();
    }

    private void add(String id, String name, String... groups) {
        house.getBean(People.class)
                .addIfMissing(new Person(id, name, EmailAddress.of(id + "@staff.localhost"), Set.of(groups)), id);
    }

    private void add(InboxKey key, String prefix) {
        Inbox inbox = new Inbox(
                key,
                "Inbox " + key,
                EmailAddress.of(key + "@mailroom.localhost"),
                prefix,
                null,
                false,
                false,
                true,
                Duration.ofDays(1),
                Duration.ofDays(14),
                WhenClosed.REOPEN);
        house.getBean(Inboxes.class).addIfMissing(inbox);
        house.getBean(InboxRights.class).grant(inbox);
    }
}
