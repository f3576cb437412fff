package org.mailroom.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DrainOptionsTests {

    @Test
    void drainsAThousandMailsOnceUnlessItIsToldOtherwise() {
        DrainOptions options = DrainOptions.of(List.of());
        assertThat(options.mails()).isEqualTo(1_000);
        assertThat(options.runs()).isEqualTo(1);
        assertThat(options.nodes()).isEqualTo(1);
    }

    @Test
    void takesItsWordsInAnyOrder() {
        DrainOptions options = DrainOptions.of(List.of("--runs", "3", "5000", "--nodes", "2"));
        assertThat(options.mails()).isEqualTo(5_000);
        assertThat(options.runs()).isEqualTo(3);
        assertThat(options.nodes()).isEqualTo(2);
    }

    @Test
    void saysHowItIsUsedWhereAWordIsMissingOrUnknown() {
        assertThatThrownBy(() -> DrainOptions.of(List.of("--runs"))).hasMessageContaining("bin/bench drain");
        assertThatThrownBy(() -> DrainOptions.of(List.of("--fast"))).hasMessageContaining("bin/bench drain");
    }
}
