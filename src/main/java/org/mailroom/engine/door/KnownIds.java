package org.mailroom.engine.door;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Refuses to change something that is not there, which the engine would answer as a failure of its own, and a job that
 * belongs to no process: the engine lets anybody change its own jobs, such as the cleaning up of its history.
 */
class KnownIds {

    private static final String NONE = "";

    private final JdbcClient jdbc;

    KnownIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void check(EngineCall call) {
        List<String> parts = call.parts();
        boolean changes = call.method().equals("GET") ? false : parts.size() > 2 || !call.method().equals("POST");
        if (changes && parts.size() > 1) {
            check(parts.get(0), parts.get(1));
        }
    }

    private void check(String kind, String id) {
        switch (kind) {
            case "task" -> known("select name_ from act_ru_task where id_ = :id", id, "door.task-unknown");
            case "process-instance", "execution" ->
                known("select proc_def_id_ from act_ru_execution where id_ = :id", id, "door.case-unknown");
            case "job" -> ofProcess("select process_def_key_ from act_ru_job where id_ = :id", id);
            case "job-definition" -> ofProcess("select proc_def_key_ from act_ru_jobdef where id_ = :id", id);
            default -> {}
        }
    }

    private void ofProcess(String question, String id) {
        if (NONE.equals(known(question, id, "door.job-unknown"))) {
            throw new Refused(HttpStatus.FORBIDDEN, "door.job-of-engine");
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
