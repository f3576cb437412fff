package org.mailroom.engine.shields;

import java.beans.FeatureDescriptor;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;

/**
 * Lets an expression read and call plain values, the execution or task it belongs to, and objects of ours, and nothing
 * else. What they hand out (classes, class loaders, the engine and its services, a data source) stays out of reach, for an
 * expression cannot touch it.
 */
class TouchGuard extends ELResolver {

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        check(base, property);
        return null;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context, @Nullable Object base, Object method, Class<?>[] types, Object[] arguments) {
        check(base, method);
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, Object property, Object value) {
        check(base, property);
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
        check(base, property);
        return null;
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
        check(base, property);
        return false;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, Object base) {
        return null;
    }

    @Override
    public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return null;
    }

    private static void check(@Nullable Object base, Object name) {
        if (base != null && (!isTouchable(base) || isReflection(name))) {
            throw new ELException("An expression may not use '" + name + "' of a "
                    + base.getClass().getSimpleName());
        }
    }

    private static boolean isReflection(Object name) {
        return "class".equals(name) || "getClass".equals(name);
    }

    private static boolean isTouchable(Object base) {
        return isPlainValue(base)
                || base instanceof VariableScope
                || base instanceof TypedValue
                || Ours.isOurs(base.getClass());
    }

    private static boolean isPlainValue(Object base) {
        String type = base.getClass().getName();
        return base instanceof CharSequence
                || base instanceof Number
                || base instanceof Boolean
                || base instanceof Character
                || base instanceof Enum
                || base instanceof Date
                || base instanceof Collection
                || base instanceof Map
                || base.getClass().isArray()
                || type.startsWith("java.time.")
                || type.startsWith("org.joda.time.");
    }
}
