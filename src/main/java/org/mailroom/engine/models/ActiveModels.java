package org.mailroom.engine.models;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mailroom.engine.models.DefinedId.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What new cases use: the latest version of each process, decision and form, and the file that it came from. */
@Component
class ActiveModels {

    /** The deployments that a folder brought, not those of a person who says so. */
    private static final String FROM_FOLDER =
            """
            d.name_ = '%s' and d.source_ = '%s' and not exists (
                select from model_deployment m where m.deployment_id = d.id_ and m.person is not null)
            """
                    .formatted(FolderDeployer.DEPLOYMENT, FolderDeployer.SOURCE);

    private final JdbcClient jdbc;

    ActiveModels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the folder brought exactly this content last under this name. */
    boolean wasBroughtLast(ModelFile file) {
        return jdbc.sql(
                        """
                        select b.bytes_ from act_re_deployment d
                        join act_ge_bytearray b on b.deployment_id_ = d.id_
                        left join model_deployment m on m.deployment_id = d.id_
                        where b.name_ = :name and
                        """
                                + FROM_FOLDER
                                + "order by m.id desc nulls last, d.deploy_time_ desc limit 1")
                .param("name", file.name())
                .query(byte[].class)
                .optional()
                .map(bytes -> Arrays.equals(bytes, file.bytes()))
                .orElse(false);
    }

    /** Whether everything that the file defines is active as the file has it. */
    boolean isActive(ModelFile file) {
        return DefinedId.in(file).stream().allMatch(id -> activeBytes(id)
                .filter(bytes -> Arrays.equals(bytes, file.bytes()))
                .isPresent());
    }

    private Optional<byte[]> activeBytes(DefinedId id) {
        return jdbc.sql(
                        """
                        select b.bytes_ from %s r
                        join act_ge_bytearray b on b.deployment_id_ = r.deployment_id_ and b.name_ = r.resource_name_
                        where r.key_ = :key order by r.version_ desc limit 1
                        """
                                .formatted(id.kind().table()))
                .param("key", id.id())
                .query(byte[].class)
                .optional();
    }

    /** Names the active models that a folder brought and that no file defines any more, with their files. */
    List<String> withoutFile(List<ModelFile> files) {
        Set<DefinedId> defined =
                files.stream().flatMap(file -> DefinedId.in(file).stream()).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        for (Kind kind : Kind.values()) {
            jdbc
                    .sql(
                            """
                            select r.key_, r.resource_name_ from %s r
                            join act_re_deployment d on d.id_ = r.deployment_id_
                            where r.version_ = (select max(version_) from %s newest where newest.key_ = r.key_) and
                            """
                                            .formatted(kind.table(), kind.table())
                                    + FROM_FOLDER)
                    .query((row, number) -> defined.contains(new DefinedId(kind, row.getString(1)))
                            ? ""
                            : row.getString(2) + ": deleted from its folder; " + new DefinedId(kind, row.getString(1))
                                    + " stays active")
                    .list()
                    .stream()
                    .filter(line -> !line.isEmpty())
                    .forEach(missing::add);
        }
        return List.copyOf(missing);
    }
}
