package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.engine.models.CheckedModel.refusals;
import static org.mailroom.engine.models.CheckedModel.table;

import org.junit.jupiter.api.Test;

class FeelCheckTests {

    @Test
    void aCellThatCannotBeReadIsRefusedWithThePosition() {
        assertThat(refusals(new FeelCheck(), table("FIRST", COLUMN, "ends with(?, \"x\"", "\"support\"")))
                .singleElement()
                .asString()
                .startsWith("cell i1 of the rule r1 cannot be read: ends with(?, \"x\" (from position 6, ");
        assertThat(refusals(new FeelCheck(), table("FIRST", COLUMN, "", "\"support")))
                .singleElement()
                .asString()
                .startsWith("cell o1 of the rule r1 cannot be read: \"support (from ");
    }

    @Test
    void whatFeelReadsIsTaken() {
        assertThat(refusals(
                        new FeelCheck(),
                        table(
                                "FIRST",
                                COLUMN,
                                "\"a\", \"b\"",
                                "\"support\"",
                                "-",
                                "sender",
                                "not(contains(?, \"x\"))",
                                "")))
                .isEmpty();
    }

    @Test
    void anotherLanguageIsRefused() {
        String groovy =
                table("FIRST", COLUMN, "", "1").replace("<outputEntry", "<outputEntry expressionLanguage='groovy'");
        assertThat(refusals(new FeelCheck(), groovy))
                .containsExactly("cell o1 of the rule r1 is written in groovy; tables are written in FEEL only");
    }

    private static final String COLUMN = "name='inbox' typeRef='string'";
}
