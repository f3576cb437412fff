package org.mailroom.desk.forms;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A note as it was typed. */
public record NoteForm(@Nullable String text) {

    public void check(Errors errors) {
        if (words().isBlank()) {
            errors.rejectValue("text", "error.note");
        }
    }

    public String words() {
        return text == null ? "" : text.strip();
    }
}
