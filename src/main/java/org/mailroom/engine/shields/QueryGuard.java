package org.mailroom.engine.shields;

import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.jspecify.annotations.Nullable;

/**
 * An expression that may say anything inside a process, where analysts wrote it, but next to nothing outside of one. Only
 * queries are evaluated without a process around them, and who may ask a query may write one: this closes the way from an
 * or-query to code (CVE-2026-109432), and that from a stored filter.
 */
class QueryGuard extends JuelExpression {

    QueryGuard(ValueExpression expression, JuelExpressionManager manager, String text) {
        super(expression, manager, text);
    }

    @Override
    public Object getValue(@Nullable VariableScope scope, @Nullable BaseDelegateExecution execution) {
        if (scope == null && !isLiteralText()) {
            QueryExpressions.check(getExpressionText());
        }
        return super.getValue(scope, execution);
    }
}
