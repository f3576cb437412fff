package org.mailroom.desk.forms;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Until when to wait, as it was entered. */
public record WaitForm(@Nullable String until, @Nullable String zone) {

    public void check(Errors errors, Clock clock) {
        Instant entered = instant();
        if (entered == null && !time().isEmpty()) {
            errors.rejectValue("until", "error.date");
        } else if (entered != null && !entered.isAfter(clock.instant())) {
            errors.rejectValue("until", "error.past");
        }
    }

    /** Null waits for the customer's reply alone. */
    public @Nullable Instant instant() {
        return time().instant();
    }

    private EnteredTime time() {
        return new EnteredTime(Objects.requireNonNullElse(until, ""), Objects.requireNonNullElse(zone, ""));
    }
}
