package org.mailroom.engine.models;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.engine.Models.Refused;
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

    /** Records that the folders were refused. A second node with the same files, or a restart, meets the same refusal. */
    @Transactional
    void ofFolders(List<String> reasons) {
        jdbc.sql("lock table model_refusal in share row exclusive mode").update();
        boolean known = jdbc.sql(
                        "select exists(select from model_refusal where over_at is null and not went_back and reasons = cast(:reasons as text[]))")
                .param("reasons", reasons.toArray(String[]::new))
                .query(Boolean.class)
                .single();
        if (!known) {
            foldersAreWell();
            add(null, reasons, false);
        }
    }

    /** Records that the folders were deployed, so that nothing in them is refused any more. */
    @Transactional
    void foldersAreWell() {
        jdbc.sql("update model_refusal set over_at = now() where over_at is null and not went_back")
                .update();
    }

    /** Records that something new is active, so that what Mailroom went back from is history. */
    @Transactional
    void newIsActive() {
        jdbc.sql("update model_refusal set over_at = now() where over_at is null")
                .update();
    }

    /** Records that Mailroom went back to the previous version of a model. */
    @Transactional
    void wentBack(String reason) {
        add(null, List.of(reason), true);
    }

    /** Returns why Mailroom went back to previous versions that are still active. */
    List<String> openWaysBack() {
        return jdbc.sql("select unnest(reasons) from model_refusal where over_at is null and went_back order by id")
                .query(String.class)
                .list();
    }

    /** Records that a person's deployment was refused, although the transaction of the deployment is rolled back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void ofPerson(String person, List<String> reasons) {
        add(person, reasons, false);
    }

    /** Keeps with a deployment what its dry run found. */
    @Transactional
    void keepDryRun(String deployment, DryRun.Result found) {
        jdbc.sql("update model_deployment set tried = :tried, changes = :changes where deployment_id = :deployment")
                .param("tried", found.tried())
                .param("changes", found.changes().toArray(String[]::new))
                .param("deployment", deployment)
                .update();
    }

    private void add(@Nullable String person, List<String> reasons, boolean wentBack) {
        long id = jdbc.sql(
                        """
                        insert into model_refusal (person, node, reasons, over_at, went_back)
                        values (:person, :node, :reasons, case when :over then now() end, :back) returning id
                        """)
                .param("person", person, Types.VARCHAR)
                .param("node", Node.name())
                .param("reasons", reasons.toArray(String[]::new))
                .param("over", person != null)
                .param("back", wentBack)
                .query(Long.class)
                .single();
        events.publishEvent(new ModelsWereRefused(id, person == null ? "" : person, Node.name(), reasons, wentBack));
    }

    /** Returns the latest refusals, those of the folders that are still open first. */
    List<Refused> latest() {
        return jdbc.sql(
                        """
                        select id, person, node, reasons, at, over_at is null as open, went_back from model_refusal
                        order by over_at is null desc, id desc limit :shown
                        """)
                .param("shown", SHOWN)
                .query(RefusedModels::refusal)
                .list();
    }

    private static Refused refusal(ResultSet row, int number) throws SQLException {
        return new Refused(
                row.getLong("id"),
                row.getString("person"),
                row.getString("node"),
                List.of((String[]) row.getArray("reasons").getArray()),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBoolean("open"),
                row.getBoolean("went_back"));
    }
}
