package org.mailroom.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class RetentionSettingsTests {

    @Test
    void theNightIsBetweenItsHours() {
        assertThat(night("01:00", "05:00", "00:59")).isFalse();
        assertThat(night("01:00", "05:00", "01:00")).isTrue();
        assertThat(night("01:00", "05:00", "04:59")).isTrue();
        assertThat(night("01:00", "05:00", "05:00")).isFalse();
    }

    @Test
    void theNightMayGoOverMidnight() {
        assertThat(night("22:00", "04:00", "23:00")).isTrue();
        assertThat(night("22:00", "04:00", "03:00")).isTrue();
        assertThat(night("22:00", "04:00", "12:00")).isFalse();
    }

    private static boolean night(String from, String until, String now) {
        return new RetentionSettings(
                        null,
                        null,
                        null,
                        null,
                        null,
                        LocalTime.parse(from),
                        LocalTime.parse(until),
                        Duration.ofSeconds(1),
                        1)
                .isNight(LocalTime.parse(now));
    }
}
