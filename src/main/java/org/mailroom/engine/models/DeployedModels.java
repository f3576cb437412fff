package org.mailroom.engine.models;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The newest version of what was deployed before, as files: a model may call it although it does not come with it. */
@Component
class DeployedModels {

    private final JdbcClient jdbc;

    DeployedModels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> processes() {
        return keys("select distinct key_ from act_re_procdef");
    }

    Set<String> groups() {
        return keys("select id_ from act_id_group");
    }

    List<ModelFile> processFiles() {
        return newest("act_re_procdef");
    }

    List<ModelFile> decisions() {
        return newest("act_re_decision_def");
    }

    List<ModelFile> forms() {
        return newest("act_re_camformdef");
    }

    private Set<String> keys(String query) {
        return new HashSet<>(jdbc.sql(query).query(String.class).list());
    }

    private List<ModelFile> newest(String table) {
        return jdbc.sql(
                        """
                        select distinct on (definition.key_) file.name_, file.bytes_ from %s definition
                        join act_ge_bytearray file on file.deployment_id_ = definition.deployment_id_
                            and file.name_ = definition.resource_name_
                        order by definition.key_, definition.version_ desc
                        """
                                .formatted(table))
                .query((row, number) -> new ModelFile(row.getString("name_"), row.getBytes("bytes_")))
                .list();
    }
}
