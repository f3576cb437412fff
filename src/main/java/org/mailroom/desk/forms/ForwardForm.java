package org.mailroom.desk.forms;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.Forwarding;
import org.mailroom.cases.Forwarding.DueType;
import org.mailroom.inbox.InboxKey;
import org.springframework.validation.Errors;

/** Where to forward a case and how, as it was entered. */
public record ForwardForm(
        @Nullable String to,
        @Nullable String dueType,
        @Nullable String due,
        @Nullable String zone,
        @Nullable String message) {

    public void check(Errors errors, Clock clock) {
        if (!InboxKey.isKey(text(to))) {
            errors.rejectValue("to", "error.inbox");
        }
        if (Stream.of(DueType.values()).noneMatch(type -> type.name().equals(dueType))) {
            errors.rejectValue("dueType", "error.due-type");
        }
        if (isDated()) {
            checkDue(errors, clock);
        }
    }

    public Forwarding forwarding() {
        return new Forwarding(
                new InboxKey(text(to)),
                DueType.valueOf(text(dueType)),
                isDated() ? time().instant() : null,
                text(message).strip());
    }

    private void checkDue(Errors errors, Clock clock) {
        Instant entered = time().instant();
        if (entered == null) {
            errors.rejectValue("due", time().isEmpty() ? "error.due" : "error.date");
        } else if (!entered.isAfter(clock.instant())) {
            errors.rejectValue("due", "error.past");
        }
    }

    private boolean isDated() {
        return DueType.DATE.name().equals(dueType);
    }

    private EnteredTime time() {
        return new EnteredTime(text(due), text(zone));
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }
}
