package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mailroom.mailserver.Trouble.Kind;

class BackOffTests {

    @Test
    void aServerThatIsAwayIsTriedAgainWithinHalfAMinute() {
        assertThat(BackOff.after(1, Kind.UNREACHABLE)).isEqualTo(Duration.ofSeconds(2));
        assertThat(BackOff.after(3, Kind.SILENT)).isEqualTo(Duration.ofSeconds(8));
        assertThat(BackOff.after(1_000_000, Kind.UNREACHABLE)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aRefusedLoginIsTriedSeldom() {
        assertThat(BackOff.after(1, Kind.LOGIN_REFUSED)).isEqualTo(Duration.ofSeconds(30));
        assertThat(BackOff.after(1_000, Kind.SIGN_IN_REFUSED)).isEqualTo(Duration.ofMinutes(15));
    }
}
