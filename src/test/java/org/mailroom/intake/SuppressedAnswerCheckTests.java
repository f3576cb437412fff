package org.mailroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressedAnswerCheckTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"All|true", "DR, AutoReply|true", "oof|true", "DR,RN,NRN|false", "None|false", "''|false"})
    void noAutomaticAnswerGoesWhereItIsNotWanted(String value, boolean suppressed) {
        Letter letter = TestLetter.with("From: a@example.org", "X-Auto-Response-Suppress: " + value);

        assertThat(new SuppressedAnswerCheck().judge(letter).isPresent()).isEqualTo(suppressed);
    }
}
