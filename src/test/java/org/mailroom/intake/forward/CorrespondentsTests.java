package org.mailroom.intake.forward;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrespondentsTests {

    private static final Correspondent JANE = new Correspondent("jane@customer.example", "Jane Doe");
    private static final Correspondent NAMELESS = new Correspondent("jane@customer.example", "");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jane Doe <jane@customer.example>",
                "\"Jane Doe\" <jane@customer.example>",
                "'Jane Doe' <jane@customer.example>",
                "“Jane Doe” <jane@customer.example>",
                "Jane Doe [mailto:jane@customer.example]",
                "Jane Doe [jane@customer.example]",
                "Jane Doe <mailto:jane@customer.example>",
                "Jane Doe <jane@customer.example<mailto:jane@customer.example>>",
                "Jane Doe <jane@customer.example <mailto:jane@customer.example> >",
                "Jane Doe (jane@customer.example)",
                "Jane Doe jane@customer.example",
                "*Jane Doe* <jane@customer.example>",
                "Jane Doe <[jane@customer.example](mailto:jane@customer.example)>",
                "Jane Doe<jane@customer.example>;",
                "robot@gateway.example on behalf of Jane Doe <jane@customer.example>",
                "robot@gateway.example [mailto:robot@gateway.example] Im Auftrag von Jane Doe <jane@customer.example>",
            })
    void oneIsReadInEveryForm(String field) {
        assertThat(Correspondents.in(field)).containsExactly(JANE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane@customer.example",
                "<jane@customer.example>",
                "jane@customer.example <jane@customer.example>",
                "\"jane@customer.example\" <jane@customer.example>",
                "'jane@customer.example'",
                "<mailto:jane@customer.example>",
                "jane@customer.example<mailto:jane@customer.example>",
                "jane@customer.example [mailto:jane@customer.example]",
                "[jane@customer.example](mailto:jane@customer.example)",
            })
    void anAddressNeedsNoName(String field) {
        assertThat(Correspondents.in(field)).containsExactly(NAMELESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Doe, Jane <jane@customer.example>; john@customer.example; The Boss",
                "\"Doe, Jane\" <jane@customer.example>, <john@customer.example>; The Boss",
                "'Doe, Jane' [mailto:jane@customer.example], john@customer.example <john@customer.example>; \"The Boss\"",
            })
    void severalAreToldApart(String field) {
        assertThat(Correspondents.in(field))
                .containsExactly(
                        new Correspondent("jane@customer.example", "Doe, Jane"),
                        new Correspondent("john@customer.example", ""),
                        new Correspondent("", "The Boss"));
    }

    @Test
    void aNameInQuotationMarksKeepsThemWhereMoreFollows() {
        assertThat(Correspondents.in("'Jane Doe' via Sales <sales@customer.example>"))
                .containsExactly(new Correspondent("sales@customer.example", "'Jane Doe' via Sales"));
    }

    @Test
    void aNameAloneIsSomebodyToo() {
        assertThat(Correspondents.in("Jane Doe (Sales)")).containsExactly(new Correspondent("", "Jane Doe (Sales)"));
        assertThat(Correspondents.in(" <> ")).isEmpty();
    }

    @Test
    void internationalAddressesAreAddresses() {
        assertThat(Correspondents.in("Hélène <hélène@exämple.example>"))
                .containsExactly(new Correspondent("hélène@exämple.example", "Hélène"));
    }

    @Test
    void hostileFieldsAreReadSoon() {
        assertThat(Correspondents.in("a@".repeat(500_000))).isNotNull();
        assertThat(Correspondents.in("a@b.".repeat(250_000))).isNotNull();
        assertThat(Correspondents.in(";".repeat(1_000_000))).isEmpty();
        assertThat(Correspondents.in("a@b.example, ".repeat(100_000))).hasSizeLessThanOrEqualTo(200);
    }
}
