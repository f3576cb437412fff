package org.mailroom.admin;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.EscalationRule;

/** An escalation rule among the settings; {@link EscalationRule} says what each value means. */
record EscalationToAdd(
        @Min(value = 1, message = "is a number from 1 to 9") @Max(value = 9, message = "is a number from 1 to 9")
                int level,
        @NotNull(message = "is missing: how long after the due date, such as 2h or -30m") Duration delay,
        @NotNull(message = "is missing: raise-priority, notify or reassign") EscalationRule.Action action,
        @Nullable String target) {

    @AssertTrue(message = "is missing: whom the case goes to")
    boolean isTarget() {
        return action != EscalationRule.Action.REASSIGN || target != null;
    }

    EscalationRule rule() {
        return new EscalationRule(level, delay, action, target);
    }
}
