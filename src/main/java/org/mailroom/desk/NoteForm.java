package org.mailroom.desk;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A note as it was typed. */
record NoteForm(@Nullable String text) {

    void check(Errors errors) {
        if (words().isBlank()) {
            errors.rejectValue("text", "error.note");
        }
    }

    String words() {
        return text == null ? "" : text.strip();
    }
}
