package org.mailroom.engine.models;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mailroom.engine.VisibleToModels;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** The beans that expressions in models may call. */
@Component
class ModelBeans {

    private final ListableBeanFactory beans;

    ModelBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    Set<String> names() {
        Set<String> names = new HashSet<>(Set.of(beans.getBeanNamesForAnnotation(VisibleToModels.class)));
        Stream.of(JavaDelegate.class, TaskListener.class, ExecutionListener.class)
                .map(beans::getBeanNamesForType)
                .forEach(some -> names.addAll(Set.of(some)));
        return names;
    }
}
