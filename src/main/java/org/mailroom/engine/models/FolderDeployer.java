package org.mailroom.engine.models;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.mailroom.database.Hiccup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deploys models and forms: under names without a path, so that a folder may move; only what changed; one node at
 * a time; nothing at all when one of the models is refused.
 */
@Component
class FolderDeployer {

    static final String DEPLOYMENT = "mailroom";
    static final String SOURCE = "folder";

    private static final Logger LOG = LoggerFactory.getLogger(FolderDeployer.class);

    private final ModelChecks checks;
    private final ActiveModels active;
    private final RepositoryService repository;
    private final JdbcClient jdbc;

    FolderDeployer(ModelChecks checks, ActiveModels active, RepositoryService repository, JdbcClient jdbc) {
        this.checks = checks;
        this.active = active;
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /** Deploys as {@link #deploy(List, Set)}, none of the files saved again. */
    @Transactional
    boolean deploy(List<ModelFile> files) {
        return deploy(files, Set.of());
    }

    /**
     * Deploys the files that changed since a folder brought them last. What somebody else deployed meanwhile stays active until
     * its file changes or is saved again.
     *
     * @param saved names of the files that were saved again, perhaps with the same content
     * @return whether anything was deployed
     * @throws ModelsRefused if a model is broken, with every reason. A transient error of the database passes through.
     */
    @Transactional
    boolean deploy(List<ModelFile> files, Set<String> saved) {
        checks.check(files, Set.of());
        oneNodeAtATime();
        List<ModelFile> changed = files.stream()
                .filter(file -> !active.wasBroughtLast(file) || saved.contains(file.name()) && !active.isActive(file))
                .toList();
        if (!changed.isEmpty()) {
            deployChanged(changed);
        }
        return !changed.isEmpty();
    }

    private void oneNodeAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('mailroom.models'))")
                .query()
                .singleRow();
    }

    private void deployChanged(List<ModelFile> changed) {
        var deployment = repository.createDeployment().name(DEPLOYMENT).source(SOURCE);
        changed.forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.bytes())));
        try {
            LOG.info(
                    "{} changed models and forms are deployed as {}",
                    changed.size(),
                    deployment.deploy().getId());
        } catch (RuntimeException failed) {
            if (Hiccup.isBehind(failed)) {
                throw failed;
            }
            throw new ModelsRefused(EngineReasons.of(failed, changed));
        }
    }
}
