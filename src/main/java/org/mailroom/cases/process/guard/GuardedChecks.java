package org.mailroom.cases.process.guard;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.jspecify.annotations.Nullable;

/** Asks the guard wherever a command of the engine asks whether it may change a thing. */
final class GuardedChecks implements InvocationHandler {

    private final CurrentOrder current;

    private GuardedChecks(CurrentOrder current) {
        this.current = current;
    }

    static CommandChecker of(CurrentOrder current) {
        return (CommandChecker) Proxy.newProxyInstance(
                GuardedChecks.class.getClassLoader(),
                new Class<?>[] {CommandChecker.class},
                new GuardedChecks(current));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return method.invoke(this, arguments);
        }
        Order order = current.level().order();
        if (order != null) {
            order.check(method.getName(), arguments == null ? null : arguments[0]);
        }
        return null;
    }
}
