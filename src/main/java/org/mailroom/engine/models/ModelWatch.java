package org.mailroom.engine.models;

import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deploys the models before any mail is taken, and again whenever a file changed. A change that is refused leaves the
 * models of before at work and shows in health ({@code models}); without any of before, the start fails.
 */
@Component("models")
class ModelWatch implements SmartInitializingSingleton, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(ModelWatch.class);

    private final ModelFolders folders;
    private final FolderDeployer deployer;
    private final RepositoryService repository;
    private volatile List<String> complaints = List.of();
    private @Nullable List<ModelFile> seen;

    ModelWatch(ModelFolders folders, FolderDeployer deployer, RepositoryService repository) {
        this.folders = folders;
        this.deployer = deployer;
        this.repository = repository;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            deploy(folders.read());
        } catch (ModelsRefused refused) {
            if (repository.createProcessDefinitionQuery().count() == 0) {
                throw refused;
            }
            keepAsTheyAre(refused);
        }
    }

    @Scheduled(fixedDelayString = "${mailroom.models.look-every:5s}")
    void lookForChanges() {
        List<ModelFile> files = folders.read();
        if (files.equals(seen)) {
            return;
        }
        try {
            deploy(files);
        } catch (ModelsRefused refused) {
            keepAsTheyAre(refused);
        }
    }

    /** Where it is not the models that are at fault, such as a database that is away, the next look deploys them. */
    private void deploy(List<ModelFile> files) {
        try {
            deployer.deploy(files);
            complaints = List.of();
            seen = files;
        } catch (ModelsRefused refused) {
            seen = files;
            throw refused;
        }
    }

    private void keepAsTheyAre(ModelsRefused refused) {
        complaints = refused.reasons();
        LOG.error("{}\nThe models of before stay at work.", refused.getMessage());
    }

    @Override
    public Health health() {
        List<String> now = complaints;
        return now.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("refused", now).build();
    }
}
