package org.mailroom.cases.process;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseRefusal.Reason;

/** Variables of a case as forms and code leave them. */
public final class Variables {

    private Variables() {}

    /** A text, stripped; empty where the variable is missing. */
    public static String text(VariableScope scope, String name) {
        Object value = scope.getVariable(name);
        return value == null ? "" : value.toString().strip();
    }

    /**
     * A point in time: code leaves a date, forms leave text as in RFC 3339.
     *
     * @return null where the variable is missing or empty
     * @throws CaseRefusal where the text is no point in time
     */
    public static @Nullable Instant instant(DelegateExecution execution, String name) {
        if (execution.getVariable(name) instanceof Date date) {
            return date.toInstant();
        }
        String text = text(execution, name);
        try {
            return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw new CaseRefusal(Reason.NOT_A_DATE, text);
        }
    }
}
