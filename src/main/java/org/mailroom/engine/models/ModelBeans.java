package org.mailroom.engine.models;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** The beans that expressions in models may call: those that the engine shows them. */
@Component
class ModelBeans {

    private final ProcessEngineConfigurationImpl engine;

    ModelBeans(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    Set<String> names() {
        return engine.getBeans().keySet().stream().map(Object::toString).collect(Collectors.toSet());
    }
}
