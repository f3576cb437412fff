package org.mailroom.engine.shields;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Puts every shield in front of the engine before it starts. */
@Component
class Shields extends AbstractProcessEnginePlugin {

    private final ApplicationContext context;

    Shields(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var beans = new VisibleBeans(context);
        engine.setBeans(beans);
        engine.setExpressionManager(new GuardedExpressions(context, beans));
        engine.setScriptEngineResolver(new NoScriptEngines());
        engine.setDeserializationTypeValidator(new PlainTypes());
        engine.setBpmnParseFactory(NoCodeInModels::new);
        engine.setCustomPreCommandInterceptorsTxRequired(
                and(engine.getCustomPreCommandInterceptorsTxRequired(), new BadRequests()));
        engine.setCustomPreCmmnTransformListeners(and(engine.getCustomPreCmmnTransformListeners(), new NoCmmn()));
        engine.setCustomSessionFactories(and(engine.getCustomSessionFactories(), new GuardedFilters.Factory()));
    }

    private static <T> List<T> and(List<T> before, T shield) {
        List<T> all = before == null ? new ArrayList<>() : new ArrayList<>(before);
        all.add(shield);
        return all;
    }
}
