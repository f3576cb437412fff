package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailroom.testing.MailroomTest;
import org.mailroom.testing.PlantedFault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Each fault in {@code src/test/resources/models}, in a folder with the shipped models. */
@MailroomTest
class PlantedFaultsTests {

    @Autowired
    private FolderDeployer deployer;

    @Autowired
    private ModelChecks checks;

    @Autowired
    private TransactionTemplate transaction;

    @TempDir
    private Path folder;

    static List<PlantedFault> faults() {
        return PlantedFault.all();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultInTheFolderIsRefusedOrWarnedOf(PlantedFault fault) throws IOException {
        List<ModelFile> files = saved(fault.inTheFolder());
        if (fault.isRefused()) {
            assertThatThrownBy(() -> tryToDeploy(files))
                    .isInstanceOf(ModelsRefused.class)
                    .hasMessageContaining(fault.sentence());
        } else {
            assertThat(checks.check(files, Set.of()))
                    .anySatisfy(warning -> assertThat(warning).contains(fault.sentence()));
            tryToDeploy(files);
        }
    }

    @Test
    void theShippedModelsAreNeitherRefusedNorWarnedOf() throws IOException {
        assertThat(checks.check(saved(PlantedFault.shipped()), Set.of())).isEmpty();
    }

    @Test
    void thereAreManyFaults() {
        assertThat(faults()).hasSizeGreaterThan(80);
    }

    private List<ModelFile> saved(Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        return new ModelFolders(List.of(folder.toString())).read();
    }

    /** In a transaction that is rolled back, because all tests share the models. */
    private void tryToDeploy(List<ModelFile> files) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            deployer.deploy(files);
        });
    }
}
