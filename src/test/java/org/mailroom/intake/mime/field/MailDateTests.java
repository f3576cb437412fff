package org.mailroom.intake.mime.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailDateTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tue, 3 Mar 2026 10:15:00 +0100|2026-03-03T09:15:00Z",
                "3 Mar 2026 10:15 +0100 (CET)|2026-03-03T09:15:00Z",
                "Tue, 03 Mar 26 10:15:00 GMT|2026-03-03T10:15:00Z",
                "Tue, 03 Mar 99 10:15:00 EST|1999-03-03T15:15:00Z",
                "Tue, 03 Mar 126 10:15:00 GMT|2026-03-03T10:15:00Z",
                "Tue,  3 March 2026 10:15:00 PST|2026-03-03T18:15:00Z",
                "Tue Mar  3 10:15:00 2026|2026-03-03T10:15:00Z",
                "Tue Mar  3 10:15:00 CET 2026|2026-03-03T09:15:00Z",
                "2026-03-03T10:15:00+01:00|2026-03-03T09:15:00Z",
                "2026-03-03T10:15:00.123Z|2026-03-03T10:15:00Z",
                "2026-03-03 10:15:00 +0100|2026-03-03T09:15:00Z",
                "Tue, 3-Mar-2026 10:15:00 -0330|2026-03-03T13:45:00Z",
                "Tue, 3 Mar 2026 10.15.00 +0100|2026-03-03T09:15:00Z",
                "Mar 3, 2026 2:15 PM|2026-03-03T14:15:00Z",
                "Tue, 3 Mar 2026 23:59:60 +0000|2026-03-03T23:59:59Z",
                "Tue, 3 Mar 2026 10:15:00 -0000|2026-03-03T10:15:00Z",
                "Tue, 3 Mar 2026 10:15:00 +9999|2026-03-03T10:15:00Z",
                "Tue, 3 Mar 2026|2026-03-03T00:00:00Z",
            })
    void aDateIsReadHoweverItIsWritten(String written, Instant meant) {
        assertThat(MailDate.instant(written)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "31 Feb 2026 10:00 +0000", "10:15", "3 Xyz 2026", "3 Mar 2026 25:00 +0000"})
    void whatIsNoDateIsNone(String written) {
        assertThat(MailDate.instant(written)).isEmpty();
    }
}
