package org.mailroom.engine.models;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailroom.engine.Models.Kind;
import org.mailroom.engine.Models.Model;
import org.mailroom.engine.Models.Origin;
import org.mailroom.engine.Models.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads from the engine's tables what was deployed, and from ours by whom. */
@Component
class ModelVersions {

    private static final String VERSIONS =
            """
            select r.kind, r.key_, r.name_, r.id_, r.version_, r.resource_name_, d.deploy_time_, d.source_, m.person, m.node,
                   coalesce(m.tried, 0) as tried, m.changes,
                   (select count(*) from act_ru_execution e where e.proc_def_id_ = r.id_ and e.parent_id_ is null) as running
            from (select 'PROCESS' as kind, key_, name_, id_, version_, resource_name_, deployment_id_ from act_re_procdef
                  union all
                  select 'DECISION', key_, name_, id_, version_, resource_name_, deployment_id_ from act_re_decision_def
                  union all
                  select 'FORM', key_, null, id_, version_, resource_name_, deployment_id_ from act_re_camformdef) r
            join act_re_deployment d on d.id_ = r.deployment_id_
            left join model_deployment m on m.deployment_id = d.id_
            order by case r.kind when 'PROCESS' then 1 when 'DECISION' then 2 else 3 end, r.key_, r.version_ desc
            """;

    private final JdbcClient jdbc;

    ModelVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A version with what it is a version of. */
    private record Line(Kind kind, String key, String name, Version version) {

        private String model() {
            return kind + " " + key;
        }
    }

    List<Model> all() {
        Map<String, List<Line>> byModel = new LinkedHashMap<>();
        jdbc.sql(VERSIONS).query(ModelVersions::line).list().forEach(line -> byModel.computeIfAbsent(
                        line.model(), model -> new ArrayList<>())
                .add(line));
        return byModel.values().stream().map(ModelVersions::model).toList();
    }

    private static Model model(List<Line> lines) {
        Line newest = lines.get(0);
        return new Model(
                newest.kind(),
                newest.key(),
                newest.name(),
                lines.stream().map(Line::version).toList());
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        String name = row.getString("name_");
        return new Line(
                Kind.valueOf(row.getString("kind")),
                row.getString("key_"),
                name == null ? row.getString("key_") : name,
                new Version(
                        row.getString("id_"),
                        row.getInt("version_"),
                        row.getString("resource_name_"),
                        at(row),
                        origin(row.getString("source_"), row.getString("person") != null),
                        row.getString("person"),
                        row.getString("node"),
                        row.getLong("running"),
                        row.getInt("tried"),
                        changes(row)));
    }

    private static List<String> changes(ResultSet row) throws SQLException {
        Array changes = row.getArray("changes");
        return changes == null ? List.of() : List.of((String[]) changes.getArray());
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getTimestamp("deploy_time_").toInstant();
    }

    private static Origin origin(String source, boolean byPerson) {
        if (ModelOverview.AGAIN.equals(source)) {
            return Origin.AGAIN;
        }
        if (!byPerson && GoingBack.SOURCE.equals(source)) {
            return Origin.BACK;
        }
        return !byPerson && FolderDeployer.SOURCE.equals(source) ? Origin.FOLDER : Origin.REST;
    }
}
