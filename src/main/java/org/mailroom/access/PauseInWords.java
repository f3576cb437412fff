package org.mailroom.access;

import org.jspecify.annotations.Nullable;

/**
 * How long somebody has to wait at the login, as people say it.
 *
 * @param message the key of the words
 * @param number of seconds or minutes
 */
record PauseInWords(String message, long number) {

    private static final int SECONDS_OF_MINUTE = 60;
    private static final int LONGEST_DIGITS = 5;

    /** Null if it is no number of seconds: it stands in the address of the page, where anybody may write anything. */
    static @Nullable PauseInWords of(@Nullable String seconds) {
        if (seconds == null || !seconds.matches("[1-9][0-9]{0," + (LONGEST_DIGITS - 1) + "}")) {
            return null;
        }
        long number = Long.parseLong(seconds);
        return number <= SECONDS_OF_MINUTE
                ? new PauseInWords("login.wait-seconds", number)
                : new PauseInWords("login.wait-minutes", (number + SECONDS_OF_MINUTE - 1) / SECONDS_OF_MINUTE);
    }
}
