package org.mailroom.outbox.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTests {

    @Test
    void lineEndsAndControlsBecomeASpace() {
        assertThat(OneLine.of(" Hello\r\nBcc: a@b.example\u0000\u2028x\u202Ey\t", 100))
                .isEqualTo("Hello Bcc: a@b.example x y");
    }

    @Test
    void aLongTextIsCutBetweenWholeCharacters() {
        assertThat(OneLine.of("😀".repeat(10_000), 3)).isEqualTo("😀😀…");
    }

    @Test
    void aTextOfTheGreatestLengthStays() {
        assertThat(OneLine.of("abc", 3)).isEqualTo("abc");
    }

    @Test
    void halfACharacterIsDropped() {
        assertThat(OneLine.of("a\uD83Db", 9)).isEqualTo("a b");
    }
}
