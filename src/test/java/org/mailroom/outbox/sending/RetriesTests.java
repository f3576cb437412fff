package org.mailroom.outbox.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetriesTests {

    @Test
    void theFirstPauseIsShort() {
        assertThat(Retries.pauseAfter(1)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void pausesGrowUpToAFewHours() {
        assertThat(IntStream.rangeClosed(1, 40).mapToObj(Retries::pauseAfter))
                .isSorted()
                .last()
                .isEqualTo(Duration.ofHours(4));
    }

    @Test
    void whatMayPassIsToldFromTheThirdFailureOn() {
        assertThat(IntStream.rangeClosed(1, 5).filter(Retries::isTimeToTell)).containsExactly(3, 4, 5);
    }

    @Test
    void aServerThatIsAwayIsTriedAtLeastOnceAMinute() {
        assertThat(IntStream.rangeClosed(1, 100).mapToObj(Retries::restAfter))
                .isSorted()
                .startsWith(Duration.ofSeconds(10), Duration.ofSeconds(20))
                .last()
                .isEqualTo(Duration.ofMinutes(1));
    }
}
