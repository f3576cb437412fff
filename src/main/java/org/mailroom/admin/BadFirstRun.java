package org.mailroom.admin;

import org.jspecify.annotations.Nullable;

/** The settings of the first run contradict themselves or what is there already; the message says which and what to do. */
class BadFirstRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadFirstRun(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
