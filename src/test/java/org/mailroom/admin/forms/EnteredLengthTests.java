package org.mailroom.admin.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnteredLengthTests {

    @ParameterizedTest
    @CsvSource({
        "PT0M, 0, MINUTES",
        "PT90M, 90, MINUTES",
        "PT36H, 36, HOURS",
        "PT48H, 2, DAYS",
    })
    void aLengthIsSaidInItsLargestWholeUnitAndReadBackAsItWas(Duration length, String amount, String unit) {
        EnteredLength said = EnteredLength.of(length);

        assertThat(said).isEqualTo(new EnteredLength(amount, unit));
        assertThat(said.duration()).isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource({"'', HOURS", "soon, HOURS", "-1, HOURS", "1.5, HOURS", "1234567890, MINUTES", "1, CENTURIES", "1, ''"})
    void whatIsNoWholeNumberOfAUnitCannotBeRead(String amount, String unit) {
        assertThat(new EnteredLength(amount, unit).isReadable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"' 8 ', 8", "007, 7"})
    void aNumberIsReadHoweverItWasTyped(String amount, long number) {
        assertThat(new EnteredLength(amount, "DAYS").isReadable()).isTrue();
        assertThat(new EnteredLength(amount, "DAYS").number()).isEqualTo(number);
    }
}
