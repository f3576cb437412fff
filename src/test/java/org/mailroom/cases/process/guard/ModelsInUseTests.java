package org.mailroom.cases.process.guard;

import static org.mailroom.cases.process.guard.GuardedHouse.ADMIN;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.cases.CaseRefusal.Reason;
import org.mailroom.cases.process.guard.EngineClient.Way;
import org.springframework.beans.factory.annotation.Autowired;

/** A model is not taken away from under its cases. */
class ModelsInUseTests extends GuardedCase {

    @Autowired
    RepositoryService models;

    @ParameterizedTest
    @EnumSource
    void aModelOnWhichCasesRunIsNotDeleted(Way way) {
        String definition = play.instance(number).getProcessDefinitionId();
        String deployment = models.getProcessDefinition(definition).getDeploymentId();

        closed(() -> as(way, ADMIN).delete("/deployment/" + deployment + "?cascade=true"));
        closed(() -> as(way, ADMIN).delete("/process-definition/" + definition + "?cascade=true"));
        refusedByTheEngine(Reason.RUNNING_CASES, ADMIN, () -> models.deleteDeployment(deployment, true));
        refusedByTheEngine(Reason.RUNNING_CASES, ADMIN, () -> models.deleteProcessDefinition(definition, true));
        refusedByTheEngine(
                Reason.RUNNING_CASES,
                ADMIN,
                () -> models.deleteProcessDefinitions().byKey("case").cascade().delete());
    }
}
