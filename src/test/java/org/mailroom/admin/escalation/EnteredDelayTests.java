package org.mailroom.admin.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.admin.forms.EnteredLength;

class EnteredDelayTests {

    @ParameterizedTest
    @CsvSource({
        "PT0M, 0, MINUTES, AFTER",
        "PT90M, 90, MINUTES, AFTER",
        "PT4H, 4, HOURS, AFTER",
        "PT-30M, 30, MINUTES, BEFORE",
        "PT-1H, 1, HOURS, BEFORE",
        "PT48H, 2, DAYS, AFTER",
    })
    void aDelayIsSaidInItsLargestWholeUnitAndReadBackAsItWas(Duration delay, String amount, String unit, String side) {
        EnteredDelay said = EnteredDelay.of(delay);

        assertThat(said).isEqualTo(delay(amount, unit, side));
        assertThat(said.duration()).isEqualTo(delay);
    }

    @ParameterizedTest
    @CsvSource({
        "'', HOURS, AFTER",
        "soon, HOURS, AFTER",
        "-1, HOURS, AFTER",
        "1.5, HOURS, AFTER",
        "1234567890, MINUTES, AFTER",
        "1, CENTURIES, AFTER",
        "1, HOURS, DURING",
    })
    void whatIsNoWholeNumberOfAUnitCannotBeRead(String amount, String unit, String side) {
        assertThat(delay(amount, unit, side).isReadable()).isFalse();
    }

    @Test
    void moreThanAYearIsTooLong() {
        assertThat(delay("365", "DAYS", "BEFORE").isTooLong()).isFalse();
        assertThat(delay("366", "DAYS", "BEFORE").isTooLong()).isTrue();
        assertThat(delay("525601", "MINUTES", "AFTER").isTooLong()).isTrue();
        assertThat(delay("999999999", "DAYS", "AFTER").isTooLong()).isTrue();
    }

    private static EnteredDelay delay(String amount, String unit, String side) {
        return new EnteredDelay(new EnteredLength(amount, unit), side);
    }
}
