package org.mailroom.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Gives each group that a newly deployed model names for its tasks its filter and its rights, in the transaction of the
 * deployment. A group that is computed has them from the next start on, see {@link RightsAtStart}.
 */
@Component
class GroupsOfModels extends AbstractProcessEnginePlugin implements Deployer {

    private final ObjectProvider<GroupRights> rights;

    /** @param rights provided late, because they ask the engine that this is a part of */
    GroupsOfModels(ObjectProvider<GroupRights> rights) {
        this.rights = rights;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<Deployer> last = engine.getCustomPostDeployers();
        List<Deployer> all = last == null ? new ArrayList<>() : new ArrayList<>(last);
        all.add(this);
        engine.setCustomPostDeployers(all);
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        List<ProcessDefinitionEntity> models = deployment.getDeployedArtifacts(ProcessDefinitionEntity.class);
        if (!deployment.isNew() || models == null) {
            return;
        }
        List<String> groups =
                models.stream().flatMap(GroupsOfModels::groups).distinct().toList();
        Context.getCommandContext().runWithoutAuthorization(() -> {
            groups.forEach(rights.getObject()::grant);
            return true;
        });
    }

    private static Stream<String> groups(ProcessDefinitionEntity model) {
        return model.getTaskDefinitions().values().stream()
                .flatMap(task -> task.getCandidateGroupIdExpressions().stream())
                .filter(Expression::isLiteralText)
                .map(group -> group.getExpressionText().strip());
    }
}
