package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SuggestionTests {

    @Test
    void aSimilarNameIsSuggested() {
        assertThat(Suggestion.of("ownr", Set.of("owner", "group"))).isEqualTo("; did you mean owner?");
        assertThat(Suggestion.of("csae", Set.of("case"))).isEqualTo("; did you mean case?");
        assertThat(Suggestion.of("customer", Set.of("case", "owner"))).isEmpty();
    }
}
