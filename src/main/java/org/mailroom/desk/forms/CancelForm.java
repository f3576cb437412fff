package org.mailroom.desk.forms;

import org.jspecify.annotations.Nullable;

/** Why a case is cancelled, as it was typed. */
public record CancelForm(@Nullable String reason) {

    public String words() {
        return reason == null ? "" : reason.strip();
    }
}
