package org.mailroom.engine.models;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Warns of what analysts should look at in the active models. Checks them again each time, so that every node says the same and a
 * warning ends when what it asked for is there, such as an inbox.
 */
@Component
class ActiveWarnings {

    private final ModelChecks checks;
    private final DeployedModels deployed;

    ActiveWarnings(ModelChecks checks, DeployedModels deployed) {
        this.checks = checks;
        this.deployed = deployed;
    }

    List<String> now() {
        List<ModelFile> active = Stream.of(deployed.processFiles(), deployed.decisions(), deployed.forms())
                .flatMap(List::stream)
                .distinct()
                .toList();
        return checks.findings(active, Set.of()).warnings();
    }
}
