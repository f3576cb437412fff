package org.mailroom.desk.forms;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The id of the person who gets the case, as it was chosen. */
public record AssignForm(@Nullable String to) {

    public void check(Errors errors) {
        if (person().isEmpty()) {
            errors.rejectValue("to", "error.assignee");
        }
    }

    public String person() {
        return Objects.requireNonNullElse(to, "").strip();
    }
}
