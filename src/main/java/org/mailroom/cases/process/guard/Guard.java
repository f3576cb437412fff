package org.mailroom.cases.process.guard;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.mailroom.engine.People;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts the guard into the engine before it starts. The guard comes last, after the engine's own permissions: nobody learns
 * from a refusal about a case that they may not see.
 */
@Component
class Guard extends AbstractProcessEnginePlugin {

    private final CurrentOrder current;

    /** Takes the beans as providers, because they need the engine that is being built here. */
    Guard(ObjectProvider<People> people, ObjectProvider<Clock> clock) {
        Directory directory = new Directory(people);
        current = new CurrentOrder(directory, new Rules(directory, clock));
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPostCommandInterceptorsTxRequired(
                and(engine.getCustomPostCommandInterceptorsTxRequired(), new GuardedCommands(current)));
        engine.setCustomPostCommandInterceptorsTxRequiresNew(
                and(engine.getCustomPostCommandInterceptorsTxRequiresNew(), new GuardedCommands(current)));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.getCommandCheckers().add(GuardedChecks.of(current));
    }

    private static List<CommandInterceptor> and(@Nullable List<CommandInterceptor> before, CommandInterceptor guard) {
        List<CommandInterceptor> all = before == null ? new ArrayList<>() : new ArrayList<>(before);
        all.add(guard);
        return all;
    }
}
