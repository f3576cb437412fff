package org.mailroom.engine.models;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.repository.Deployment;
import org.mailroom.database.Hiccup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tries each deployment before it goes live, whoever brings it, and records the refused deployments of people, over REST or on a page.
 * Those of the folders the watch records.
 */
@Component
class RefusedDeployments extends AbstractProcessEnginePlugin {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedDeployments.class);

    private final ObjectProvider<RefusedModels> refused;
    private final ObjectProvider<DryRun> dryRun;

    /**
     * @param refused provided late, because it needs what needs the engine that this is a part of
     * @param dryRun provided late for the same reason
     */
    RefusedDeployments(ObjectProvider<RefusedModels> refused, ObjectProvider<DryRun> dryRun) {
        this.refused = refused;
        this.dryRun = dryRun;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<CommandInterceptor> last = engine.getCustomPreCommandInterceptorsTxRequired();
        List<CommandInterceptor> all = last == null ? new ArrayList<>() : new ArrayList<>(last);
        all.add(new Recorder(engine));
        engine.setCustomPreCommandInterceptorsTxRequired(all);
    }

    private final class Recorder extends CommandInterceptor {

        private final ProcessEngineConfigurationImpl engine;

        private Recorder(ProcessEngineConfigurationImpl engine) {
            this.engine = engine;
        }

        @Override
        public <T> T execute(Command<T> command) {
            try {
                return command instanceof DeployCmd
                                && Context.getCommandContext() == null
                                && dryRun.getObject().isOn()
                        ? deployTried(command)
                        : next.execute(command);
            } catch (RuntimeException failed) {
                Authentication person = engine.getIdentityService().getCurrentAuthentication();
                if (command instanceof DeployCmd && person != null && isAboutModels(failed)) {
                    record(person.getUserId(), EngineReasons.of(failed));
                }
                throw failed;
            }
        }

        private <T> T deployTried(Command<T> command) {
            DryRun.Result tried = dryRun.getObject().of(() -> next.execute(command));
            T deployed = next.execute(command);
            if (deployed instanceof Deployment deployment && tried.tried() > 0) {
                refused.getObject().keepDryRun(deployment.getId(), tried);
            }
            return deployed;
        }

        private void record(String person, List<String> reasons) {
            try {
                refused.getObject().ofPerson(person, reasons);
            } catch (RuntimeException unkept) {
                LOG.warn("A refused deployment of {} could not be recorded: {}", person, unkept.toString());
            }
        }

        private static boolean isAboutModels(RuntimeException failed) {
            return !(failed instanceof AuthorizationException) && !Hiccup.isBehind(failed);
        }
    }
}
