package org.mailroom.desk;

import org.jspecify.annotations.Nullable;

/** Why a case is cancelled, as it was typed. */
record CancelForm(@Nullable String reason) {

    String words() {
        return reason == null ? "" : reason.strip();
    }
}
