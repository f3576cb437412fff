package org.mailroom.engine.models;

import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.aop.support.AopUtils;
import org.springframework.stereotype.Component;

/** The beans that expressions in models may call: those that the engine shows them. */
@Component
class ModelBeans {

    private final ProcessEngineConfigurationImpl engine;

    ModelBeans(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    /** By their names, their classes. */
    Map<String, Class<?>> classes() {
        Map<String, Class<?>> classes = new TreeMap<>();
        engine.getBeans().forEach((name, bean) -> classes.put(name.toString(), AopUtils.getTargetClass(bean)));
        return classes;
    }
}
