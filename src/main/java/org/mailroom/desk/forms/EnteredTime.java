package org.mailroom.desk.forms;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A date and time that a person entered.
 *
 * @param text as the browser's picker sends it, such as {@code 2026-01-31T17:00}; empty where none was entered
 * @param zone the browser's, such as {@code Europe/Berlin}; empty where the page has no script, which then says UTC
 */
record EnteredTime(String text, String zone) {

    boolean isEmpty() {
        return text.isBlank();
    }

    /** Null where it is empty or cannot be read. */
    @Nullable
    Instant instant() {
        try {
            ZoneId place = ZoneId.of(zone.isBlank() ? "UTC" : zone);
            return LocalDateTime.parse(text.strip()).atZone(place).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
