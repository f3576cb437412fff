package org.mailroom.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadIndexTests {

    /** Of a mail of 21 January 2013, 15:06 UTC, and of an answer to it. */
    private static final String ROOT = "Ac34/ZDJxwEGnKB6RoKPxoxNqxEdzw==";

    private static final Instant NOW = Instant.parse("2026-03-03T10:15:00Z");

    @Test
    void anAnswerHasTheRootAndFiveBytesMore() {
        ThreadIndex first = ThreadIndex.of(ROOT).orElseThrow();
        ThreadIndex second = first.answered(NOW);
        ThreadIndex third = second.answered(NOW);

        assertThat(first.root()).isEqualTo(ROOT);
        assertThat(third.root()).isEqualTo(ROOT);
        assertThat(bytes(second)).hasSize(27).startsWith(bytes(first));
        assertThat(bytes(third)).hasSize(32).startsWith(bytes(second));
    }

    @Test
    void anAnswerSaysHowLongAfterTheRootItWasWritten() {
        Instant rootTime = Instant.parse("2026-03-03T10:00:00Z");
        long ticks = (rootTime.getEpochSecond() + 11_644_473_600L) * 10_000_000;
        byte[] root =
                Arrays.copyOf(java.nio.ByteBuffer.allocate(8).putLong(ticks).array(), 22);
        Arrays.fill(root, 6, 22, (byte) 7);
        ThreadIndex first =
                ThreadIndex.of(Base64.getEncoder().encodeToString(root)).orElseThrow();

        byte[] answer = Arrays.copyOfRange(bytes(first.answered(rootTime.plusSeconds(900))), 22, 26);

        long seconds = ((long) java.nio.ByteBuffer.wrap(answer).getInt() << 18) / 10_000_000;
        assertThat(seconds).isBetween(899L, 901L);
    }

    @Test
    void aFoldedFieldIsRead() {
        assertThat(ThreadIndex.of(ROOT.substring(0, 9) + "\r\n " + ROOT.substring(9)))
                .contains(new ThreadIndex(ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AQ==", "not Base64!", "Ac34/ZDJxwEGnKB6RoKPxoxNqxE="})
    void whatIsTooShortOrNotBase64IsNone(String field) {
        assertThat(ThreadIndex.of(field)).isEmpty();
    }

    private static byte[] bytes(ThreadIndex index) {
        return Base64.getDecoder().decode(index.value());
    }
}
