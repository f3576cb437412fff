package org.mailroom.engine.shields;

import static java.util.stream.Collectors.toMap;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.mailroom.engine.VisibleToModels;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/**
 * The beans that expressions may name: delegates and listeners of ours, and what is {@link VisibleToModels}. By default the
 * engine shows every bean, the data source and the environment among them.
 *
 * <p>Beans are looked up when they are asked for, because most of them need the engine that is being built here.
 */
class VisibleBeans extends AbstractMap<Object, Object> {

    private final ListableBeanFactory beans;

    VisibleBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String bean && beans.containsBean(bean) && isVisible(beans.getType(bean, false));
    }

    @Override
    public @Nullable Object get(Object name) {
        return containsKey(name) ? beans.getBean((String) name) : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        Map<Object, Object> visible = Arrays.stream(beans.getBeanDefinitionNames())
                .filter(this::containsKey)
                .collect(toMap(Function.identity(), beans::getBean));
        return visible.entrySet();
    }

    private static boolean isVisible(@Nullable Class<?> proxied) {
        if (proxied == null) {
            return false;
        }
        Class<?> type = ClassUtils.getUserClass(proxied);
        return Ours.isOurs(type) && (isHand(type) || AnnotatedElementUtils.hasAnnotation(type, VisibleToModels.class));
    }

    private static boolean isHand(Class<?> type) {
        return JavaDelegate.class.isAssignableFrom(type)
                || TaskListener.class.isAssignableFrom(type)
                || ExecutionListener.class.isAssignableFrom(type);
    }
}
