package org.mailroom.testing;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Which activities, events, gateways and flows of the models the tests went through. */
public final class PathCoverage extends AbstractBpmnParseListener {

    private final Set<String> elements = new ConcurrentSkipListSet<>();
    private final Set<String> taken = new ConcurrentSkipListSet<>();

    @TestConfiguration(proxyBeanMethods = false)
    static class Measured {

        @Bean
        static PathCoverage pathCoverage() {
            return new PathCoverage();
        }

        @Bean
        static AbstractProcessEnginePlugin measurePaths(PathCoverage coverage) {
            return new AbstractProcessEnginePlugin() {
                @Override
                public void preInit(ProcessEngineConfigurationImpl engine) {
                    engine.getCustomPostBPMNParseListeners().add(coverage);
                }
            };
        }
    }

    /** From 0 to 1. */
    public double share() {
        return (double) taken.size() / elements.size();
    }

    /** Ids of what no test went through. */
    public Collection<String> missed() {
        Set<String> missed = new TreeSet<>(elements);
        missed.removeAll(taken);
        return missed;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        if (process.getKey().equals("case")) {
            watch(process);
        }
    }

    private void watch(ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            elements.add(activity.getId());
            activity.addListener(ExecutionListener.EVENTNAME_START, listener(activity.getId()));
            activity.getOutgoingTransitions().forEach(flow -> {
                elements.add(flow.getId());
                ((TransitionImpl) flow).addListener(ExecutionListener.EVENTNAME_TAKE, listener(flow.getId()));
            });
            watch(activity);
        }
    }

    private ExecutionListener listener(String id) {
        return execution -> taken.add(id);
    }
}
