package org.mailroom.engine.models;

import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.mailroom.database.Hiccup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deploys the models before any mail is taken, and again whenever a file changed. If a change is refused, the previously
 * deployed models stay active and health is down ({@code models}); only if there are none, the start fails.
 */
@Component("models")
class ModelWatch extends AbstractHealthIndicator implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ModelWatch.class);

    private final ModelFolders folders;
    private final FolderDeployer deployer;
    private final ActiveModels active;
    private final RefusedModels refusals;
    private final RepositoryService repository;
    private volatile List<String> complaints = List.of();
    private volatile List<String> deleted = List.of();
    private @Nullable List<FoundFile> seen;

    ModelWatch(
            ModelFolders folders,
            FolderDeployer deployer,
            ActiveModels active,
            RefusedModels refusals,
            RepositoryService repository) {
        super("The state of the models cannot be looked up");
        this.folders = folders;
        this.deployer = deployer;
        this.active = active;
        this.refusals = refusals;
        this.repository = repository;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<FoundFile> files = folders.look();
        try {
            deploy(files);
        } catch (ModelsRefused refused) {
            if (repository.createProcessDefinitionQuery().count() == 0) {
                throw refused;
            }
            keepAsTheyAre(refused.reasons());
        } catch (RuntimeException trouble) {
            if (!Hiccup.isBehind(trouble)
                    || repository.createProcessDefinitionQuery().count() == 0) {
                throw trouble;
            }
            LOG.warn("The models are deployed at the next look, the database failed for a moment");
        }
    }

    /** Looks at the folders. After a transient error of the database the next look deploys what changed. */
    @Scheduled(fixedDelayString = "${mailroom.models.look-every:5s}")
    void lookForChanges() {
        try {
            List<FoundFile> files = folders.look();
            if (!files.equals(seen)) {
                deploy(files);
            }
        } catch (ModelsRefused refused) {
            keepAsTheyAre(refused.reasons());
        } catch (UncheckedIOException unreadable) {
            seen = null;
            keepAsTheyAre(EngineReasons.of(unreadable));
        }
    }

    private void deploy(List<FoundFile> found) {
        List<ModelFile> files = found.stream().map(FoundFile::file).toList();
        try {
            if (deployer.deploy(files, savedAgain(found))) {
                refusals.newIsActive();
            } else {
                refusals.foldersAreWell();
            }
            complaints = List.of();
            noteDeleted(files);
            seen = found;
        } catch (ModelsRefused refused) {
            seen = found;
            throw refused;
        }
    }

    /** Names the files that were saved with the content that they had at the last look, and those that are back. */
    private Set<String> savedAgain(List<FoundFile> found) {
        List<FoundFile> last = seen;
        if (last == null) {
            return Set.of();
        }
        Map<String, FoundFile> before =
                last.stream().collect(Collectors.toMap(FoundFile::name, Function.identity(), (one, other) -> one));
        return found.stream()
                .filter(file -> {
                    FoundFile earlier = before.get(file.name());
                    return earlier == null
                            || !earlier.equals(file) && earlier.file().equals(file.file());
                })
                .map(FoundFile::name)
                .collect(Collectors.toSet());
    }

    private void noteDeleted(List<ModelFile> files) {
        List<String> now = active.withoutFile(files);
        now.stream().filter(line -> !deleted.contains(line)).forEach(line -> LOG.warn("Model file {}", line));
        deleted = now;
    }

    /** The same refusal is logged and told once, however often the folders are looked at. */
    private void keepAsTheyAre(List<String> reasons) {
        if (reasons.equals(complaints)) {
            return;
        }
        complaints = reasons;
        LOG.error(
                "The models were refused; the previously deployed models stay active.\n  - {}",
                String.join("\n  - ", reasons));
        refusals.ofFolders(reasons);
    }

    /** Whether the folders hold models that were refused. */
    boolean refuses() {
        return !complaints.isEmpty();
    }

    /** The active models whose files are gone, a sentence each. */
    List<String> deleted() {
        return deleted;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<String> now = complaints;
        List<String> back = refusals.openWaysBack();
        health.status(now.isEmpty() && back.isEmpty() ? Status.UP : Status.DOWN);
        withDetail(health, "refused", now);
        withDetail(health, "wentBack", back);
        withDetail(health, "deleted", deleted);
    }

    private static void withDetail(Health.Builder health, String name, Collection<String> said) {
        if (!said.isEmpty()) {
            health.withDetail(name, said);
        }
    }
}
