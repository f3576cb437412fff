package org.mailroom.engine.models;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
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

    private static final Logger LOG = LoggerFactory.getLogger(FolderDeployer.class);
    private static final String DEPLOYMENT = "mailroom";

    private final ModelChecks checks;
    private final RepositoryService repository;
    private final JdbcClient jdbc;

    FolderDeployer(ModelChecks checks, RepositoryService repository, JdbcClient jdbc) {
        this.checks = checks;
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /** @throws ModelsRefused where a model is broken */
    @Transactional
    void deploy(List<ModelFile> files) {
        checks.check(files, Set.of());
        oneNodeAtATime();
        var deployment =
                repository.createDeployment().name(DEPLOYMENT).source("folder").enableDuplicateFiltering(true);
        files.forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.bytes())));
        var deployed = deployment.deployWithResult();
        LOG.info("Models of {} files are deployed as {}", files.size(), deployed.getId());
    }

    private void oneNodeAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('mailroom.models'))")
                .query()
                .singleRow();
    }
}
