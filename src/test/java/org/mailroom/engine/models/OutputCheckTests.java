package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.engine.models.CheckedModel.refusals;
import static org.mailroom.engine.models.CheckedModel.table;
import static org.mailroom.engine.models.CheckedModel.warnings;

import org.junit.jupiter.api.Test;

class OutputCheckTests {

    @Test
    void aTextInAColumnOfNumbersIsRefused() {
        assertThat(refusals(
                        new OutputCheck(),
                        table("FIRST", "name='priority' typeRef='integer'", "", "\"high\"", "", "5")))
                .containsExactly(
                        "the rule r1 answers \"high\" in the column priority, whose type is integer, so the table would fail;"
                                + " make the column a string");
    }

    @Test
    void anInboxThatIsNotThereIsWarnedOf() {
        assertThat(warnings(
                        new OutputCheck(),
                        table(
                                "FIRST",
                                "name='inbox' typeRef='string'",
                                "",
                                "\"suport\"",
                                "",
                                "\"finance\"",
                                "",
                                "addressed")))
                .containsExactly(
                        "the rule r1 answers suport, which is not the key of an inbox, so its cases stay where they came in;"
                                + " did you mean support? There are: finance, support");
    }
}
