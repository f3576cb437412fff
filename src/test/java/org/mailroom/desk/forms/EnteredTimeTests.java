package org.mailroom.desk.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EnteredTimeTests {

    @Test
    void aTimeIsMeantInTheZoneOfTheBrowser() {
        assertThat(new EnteredTime("2026-01-31T17:00", "Europe/Berlin").instant())
                .isEqualTo(Instant.parse("2026-01-31T16:00:00Z"));
    }

    @Test
    void withoutAZoneItIsMeantInUtc() {
        assertThat(new EnteredTime("2026-01-31T17:00", "").instant()).isEqualTo(Instant.parse("2026-01-31T17:00:00Z"));
    }

    @Test
    void whatIsNoTimeOrNoZoneIsNotGuessed() {
        assertThat(new EnteredTime("tomorrow", "UTC").instant()).isNull();
        assertThat(new EnteredTime("2026-01-31T17:00", "Middle/Earth").instant())
                .isNull();
        assertThat(new EnteredTime("", "UTC").instant()).isNull();
    }
}
