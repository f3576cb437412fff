package org.mailroom.engine.models;

import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Holds every deployment to the checks, whoever brings it and by whatever way, in the transaction that would keep it. What
 * was deployed before is not looked at again when the engine reads it anew: its cases have to go on.
 *
 * <p>Comes first among the engine's deployers, because the checks say more than the engine's parser does. They read a model
 * as data only; what brings code of its own is refused by them and, again, by the parser's shield.
 */
@Component
class CheckedDeployments extends AbstractProcessEnginePlugin implements Deployer {

    private static final Logger LOG = LoggerFactory.getLogger(CheckedDeployments.class);

    private final ObjectProvider<ModelChecks> checks;
    private final JdbcClient jdbc;

    /** @param checks provided late, because they ask the engine that this is a part of */
    CheckedDeployments(ObjectProvider<ModelChecks> checks, JdbcClient jdbc) {
        this.checks = checks;
        this.jdbc = jdbc;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<Deployer> first = engine.getCustomPreDeployers();
        List<Deployer> all = first == null ? new ArrayList<>() : new ArrayList<>(first);
        all.add(this);
        engine.setCustomPreDeployers(all);
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            List<ModelFile> files = files(deployment);
            List<String> warnings = checks.getObject().check(files, formsOfBefore());
            if (!warnings.isEmpty()) {
                logOnceDeployed(warnings);
            }
            recordWho(deployment);
        }
    }

    /** A dry run deploys too, but its transaction is rolled back. */
    private static void logOnceDeployed(List<String> warnings) {
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(
                        TransactionState.COMMITTED,
                        committed -> LOG.warn(
                                "Models are deployed with warnings:\n  - {}", String.join("\n  - ", warnings)));
    }

    /** The engine keeps when and what was deployed, but not by whom. */
    private void recordWho(DeploymentEntity deployment) {
        jdbc.sql("insert into model_deployment (deployment_id, person, node) values (:deployment, :person, :node)")
                .param("deployment", deployment.getId())
                .param("person", Context.getCommandContext().getAuthenticatedUserId(), Types.VARCHAR)
                .param("node", Node.name())
                .update();
    }

    private static List<ModelFile> files(DeploymentEntity deployment) {
        return deployment.getResources().values().stream()
                .map(resource -> new ModelFile(resource.getName(), resource.getBytes()))
                .toList();
    }

    private Set<String> formsOfBefore() {
        return new HashSet<>(jdbc.sql("select distinct key_ from act_re_camformdef")
                .query(String.class)
                .list());
    }
}
