package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.engine.models.CheckedModel.refusals;
import static org.mailroom.engine.models.CheckedModel.table;
import static org.mailroom.engine.models.CheckedModel.warnings;

import org.junit.jupiter.api.Test;

class OverlapCheckTests {

    @Test
    void rulesOfAUniqueTableThatApplyTogetherAreRefused() {
        assertThat(refusals(
                        new OverlapCheck(), table("UNIQUE", COLUMN, "\"a\"", "1", "\"b\"", "2", "\"c\", \"a\"", "3")))
                .containsExactly(
                        "rules 1 (r1) and 3 (r3) of the table table can apply at the same time, and then the table fails because its hit"
                                + " policy is Unique; change one of them, or choose First");
        assertThat(refusals(new OverlapCheck(), table("UNIQUE", COLUMN, "\"a\"", "1", "", "2")))
                .hasSize(1);
    }

    @Test
    void whatIsNotCertainIsTaken() {
        assertThat(refusals(new OverlapCheck(), table("UNIQUE", COLUMN, "\"a\"", "1", "contains(?, \"a\")", "2")))
                .isEmpty();
        assertThat(refusals(new OverlapCheck(), table("FIRST", COLUMN, "", "1", "", "2")))
                .isEmpty();
    }

    @Test
    void aRuleBelowOneThatAlwaysAppliesIsWarnedOf() {
        assertThat(warnings(new OverlapCheck(), table("FIRST", COLUMN, "", "1", "\"a\"", "2")))
                .containsExactly("rule 2 (r2) never applies, because rule 1 (r1) above it applies first; move it up");
        assertThat(warnings(new OverlapCheck(), table("FIRST", COLUMN, "\"a\"", "1", "", "2")))
                .isEmpty();
    }

    private static final String COLUMN = "name='inbox' typeRef='string'";
}
