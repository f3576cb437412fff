package org.mailroom.cases;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Decides who sees which case: agents those of their inboxes, supervisors all, and everybody those with an open task that
 * waits for them or is theirs.
 */
@Component
class Sight {

    private final JdbcClient jdbc;

    Sight(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void check(CaseNumber number, Agent agent) {
        place("number = :id", number.value(), agent, () -> new NoSuchCase(number));
    }

    /**
     * The engine's own table is read here, by its documented columns: a task has no room for the case's number that could
     * be trusted, and asking the engine is the diagram's matter. The process instance is what both sides know.
     */
    CaseNumber ofTask(String taskId, Agent agent) {
        return place(
                "process_instance_id = (select proc_inst_id_ from act_ru_task where id_ = :id)",
                taskId,
                agent,
                NoSuchCase::ofTask);
    }

    private CaseNumber place(String condition, String id, Agent agent, Supplier<NoSuchCase> missing) {
        Place place = jdbc.sql("select number, inbox_key, process_instance_id from cases where " + condition)
                .param("id", id)
                .query((row, index) -> new Place(
                        row.getString("number"), row.getString("inbox_key"), row.getString("process_instance_id")))
                .optional()
                .orElse(null);
        if (place == null || !agent.maySee(new InboxKey(place.inbox())) && !hasTask(place, agent)) {
            throw missing.get();
        }
        return new CaseNumber(place.number());
    }

    private boolean hasTask(Place place, Agent agent) {
        return jdbc.sql(
                        """
                        select exists (
                            select from act_ru_task task
                            where task.proc_inst_id_ = :instance and task.suspension_state_ = 1
                              and (task.assignee_ = :agent
                                   or exists (
                                       select from act_ru_identitylink candidate
                                       where candidate.task_id_ = task.id_ and candidate.type_ = 'candidate'
                                         and (candidate.user_id_ = :agent or candidate.group_id_ = any(:groups)))))
                        """)
                .param("instance", place.instance())
                .param("agent", agent.id())
                .param("groups", agent.groups().toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    private record Place(String number, String inbox, @Nullable String instance) {}
}
