package org.mailroom.engine.door;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Refuses a call about something that is not there, which the engine often answers as a failure of its own, and a change of
 * a job that belongs to no process: the engine lets anybody change its own jobs, such as the cleaning up of its history.
 */
class KnownIds {

    private static final String NONE = "";

    /** Parts of paths that are in the place of an id, but are none. */
    private static final Set<String> NO_IDS = Set.of("key", "report", "create", "count", "statistics");

    private final JdbcClient jdbc;

    KnownIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void check(EngineCall call) {
        List<String> parts = call.parts();
        boolean single = parts.size() == 2 && Set.of("PUT", "DELETE").contains(call.method());
        if ((single || parts.size() > 2) && !NO_IDS.contains(parts.get(1))) {
            check(call, parts);
        }
    }

    private void check(EngineCall call, List<String> parts) {
        String id = parts.get(1);
        switch (parts.get(0)) {
            case "task" -> known("select name_ from act_ru_task where id_ = :id", id, "door.task-unknown");
            case "process-instance", "execution" ->
                known("select proc_def_id_ from act_ru_execution where id_ = :id", id, "door.case-unknown");
            case "process-definition" ->
                known("select key_ from act_re_procdef where id_ = :id", id, "door.model-unknown");
            case "deployment" -> resource(parts);
            case "group" -> member(parts);
            case "job" -> job(call, "select process_def_key_ from act_ru_job where id_ = :id", id);
            case "job-definition" -> job(call, "select proc_def_key_ from act_ru_jobdef where id_ = :id", id);
            default -> {}
        }
    }

    private void job(EngineCall call, String question, String id) {
        String process = known(question, id, "door.job-unknown");
        if (process.equals(NONE) && !call.method().equals("GET")) {
            throw new Refused(HttpStatus.FORBIDDEN, "door.job-of-engine");
        }
    }

    private void resource(List<String> parts) {
        if (parts.size() > 3) {
            known("select name_ from act_ge_bytearray where id_ = :id", parts.get(3), "door.model-unknown");
        }
    }

    private void member(List<String> parts) {
        if (parts.size() == 4) {
            known("select name_ from act_id_group where id_ = :id", parts.get(1), "door.group-unknown");
            known("select first_ from act_id_user where id_ = :id", parts.get(3), "door.person-unknown");
        }
    }

    private String known(String question, String id, String unknown) {
        return jdbc.sql(question)
                .param("id", id)
                .query((row, number) -> text(row.getString(1)))
                .optional()
                .orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, unknown));
    }

    private static String text(@Nullable String value) {
        return value == null ? NONE : value;
    }
}
