package org.mailroom.engine.models;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.mailroom.engine.FailedStep;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Has each step of each process counted, stops one that never waits, and says at which step a command failed. */
@Component
class WatchedSteps extends AbstractProcessEnginePlugin {

    private static final ExecutionListener COUNT =
            execution -> Context.getCommandContext().getSession(Steps.class).begin(execution);

    private final int most;

    /** @param most how many steps a process may take in one transaction */
    WatchedSteps(@Value("${mailroom.models.most-steps:1000}") int most) {
        this.most = most;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomSessionFactories(and(engine.getCustomSessionFactories(), new Steps.Factory(most)));
        engine.setCustomPostBPMNParseListeners(
                and(engine.getCustomPostBPMNParseListeners(), (BpmnParseListener) new Counted()));
        engine.setCustomPostCommandInterceptorsTxRequired(
                and(engine.getCustomPostCommandInterceptorsTxRequired(), new Named()));
        engine.setCustomPostCommandInterceptorsTxRequiresNew(
                and(engine.getCustomPostCommandInterceptorsTxRequiresNew(), new Named()));
    }

    private static <T> List<T> and(@Nullable List<T> others, T one) {
        List<T> all = others == null ? new ArrayList<>() : new ArrayList<>(others);
        all.add(one);
        return all;
    }

    private static final class Counted extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            count(process);
        }

        private static void count(ScopeImpl scope) {
            for (ActivityImpl activity : scope.getActivities()) {
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, COUNT);
                count(activity);
            }
        }
    }

    private static final class Named extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            try {
                return next.execute(command);
            } catch (RuntimeException failed) {
                if (FailedStep.behind(failed).isEmpty()) {
                    name(failed);
                }
                throw failed;
            }
        }

        private static void name(RuntimeException failed) {
            var steps = Context.getCommandContext().getSession(Steps.class);
            var execution = steps.last();
            String element = steps.element();
            if (execution != null && element != null) {
                ProcessDefinitionEntity process = execution.getProcessDefinition();
                failed.addSuppressed(
                        new FailedStep(process.getKey(), process.getVersion(), element, FailureWords.of(failed)));
            }
        }
    }
}
