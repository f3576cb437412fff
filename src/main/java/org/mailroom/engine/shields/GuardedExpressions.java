package org.mailroom.engine.shields;

import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.context.ApplicationContext;

/** Expressions that see the visible beans only, pass the {@link TouchGuard}, and obey {@link QueryGuard} in queries. */
class GuardedExpressions extends SpringExpressionManager {

    GuardedExpressions(ApplicationContext context, Map<Object, Object> beans) {
        super(context, beans);
    }

    @Override
    public Expression createExpression(String text) {
        try {
            return new QueryGuard(createValueExpression(text), this, text);
        } catch (ELException unreadable) {
            throw new BadUserRequestException("This expression cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    @Override
    protected ELResolver createElResolver() {
        var guarded = new CompositeELResolver();
        guarded.add(new TouchGuard());
        guarded.add(super.createElResolver());
        return guarded;
    }
}
