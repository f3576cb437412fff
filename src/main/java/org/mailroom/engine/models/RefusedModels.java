package org.mailroom.engine.models;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.engine.ModelsWereRefused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was refused, and tells the house of each refusal once. */
@Component
class RefusedModels {

    private static final int SHOWN = 20;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    RefusedModels(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * A deployment that was refused.
     *
     * @param person null if a folder brought it
     * @param open whether the folders still hold what was refused
     */
    record Refusal(long id, @Nullable String person, String node, List<String> reasons, Instant at, boolean open) {}

    /** Records that the folders were refused. A second node with the same files, or a restart, meets the same refusal. */
    @Transactional
    void ofFolders(List<String> reasons) {
        jdbc.sql("lock table model_refusal in share row exclusive mode").update();
        boolean known = jdbc.sql("select exists(select from model_refusal where over_at is null and reasons = cast(:reasons as text[]))")
                .param("reasons", reasons.toArray(String[]::new))
                .query(Boolean.class)
                .single();
        if (!known) {
            foldersAreWell();
            add(null, reasons);
        }
    }

    /** Records that the folders were deployed, so that nothing in them is refused any more. */
    @Transactional
    void foldersAreWell() {
        jdbc.sql("update model_refusal set over_at = now() where over_at is null").update();
    }

    /** Records that a person's deployment was refused, although the transaction of the deployment is rolled back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void ofPerson(String person, List<String> reasons) {
        add(person, reasons);
    }

    private void add(@Nullable String person, List<String> reasons) {
        long id = jdbc.sql(
                        """
                        insert into model_refusal (person, node, reasons, over_at)
                        values (:person, :node, :reasons, case when :over then now() end) returning id
                        """)
                .param("person", person, Types.VARCHAR)
                .param("node", Node.name())
                .param("reasons", reasons.toArray(String[]::new))
                .param("over", person != null)
                .query(Long.class)
                .single();
        events.publishEvent(new ModelsWereRefused(id, person == null ? "" : person, Node.name(), reasons));
    }

    /** Returns the latest refusals, those of the folders that are still open first. */
    List<Refusal> latest() {
        return jdbc.sql(
                        """
                        select id, person, node, reasons, at, over_at is null as open from model_refusal
                        order by over_at is null desc, id desc limit :shown
                        """)
                .param("shown", SHOWN)
                .query(RefusedModels::refusal)
                .list();
    }

    private static Refusal refusal(ResultSet row, int number) throws SQLException {
        return new Refusal(
                row.getLong("id"),
                row.getString("person"),
                row.getString("node"),
                List.of((String[]) row.getArray("reasons").getArray()),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBoolean("open"));
    }
}
