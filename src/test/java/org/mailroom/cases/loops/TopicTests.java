package org.mailroom.cases.loops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The lamp is dark",
                "Re: the LAMP is dark",
                "AW: WG: The lamp  is dark!",
                "[SUP-1001] Automatische Antwort: The lamp is dark",
                "回复：The lamp is dark",
                "Re[2]: The lamp is dark (was: dim)"
            })
    void anAnswerIsAboutTheSame(String subject) {
        assertThat(Topic.of(subject)).isEqualTo(Topic.of("The lamp is dark"));
    }

    @Test
    void ordersThatDifferByTheirNumberAreNotTheSame() {
        assertThat(Topic.of("Order 4711")).isNotEqualTo(Topic.of("Order 4712"));
    }

    @Test
    void aSubjectOfNothingButItsPrefixIsAboutThat() {
        assertThat(Topic.of("Re:")).isNotEqualTo(Topic.of("Fwd:"));
        assertThat(Topic.of("[1]")).isNotEqualTo(Topic.of("[2]"));
    }
}
