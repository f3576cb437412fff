package org.mailroom.intake.mime.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParametersTests {

    @Test
    void theValueIsToldFromItsParameters() {
        Parameters type = Parameters.of("Text/Plain; Charset=\"UTF-8\" ; format=flowed");

        assertThat(type.value()).isEqualTo("text/plain");
        assertThat(type.get("charset")).contains("UTF-8");
        assertThat(type.get("format")).contains("flowed");
        assertThat(type.get("boundary")).isEmpty();
    }

    @Test
    void aSemicolonInQuotationMarksSplitsNothing() {
        assertThat(Parameters.of("a/b; name=\"x; \\\"y\\\".pdf\"; boundary=z").get("name"))
                .contains("x; \"y\".pdf");
    }

    @Test
    void anEncodedValueIsDecodedInItsCharacterSet() {
        assertThat(Parameters.of("attachment; filename*=iso-8859-1'de'%FC.txt").get("filename"))
                .contains("ü.txt");
    }

    @Test
    void theEncodedValueGoesBeforeThePlainOne() {
        assertThat(Parameters.of("attachment; filename=\"?.txt\"; filename*=utf-8''%C3%BC.txt")
                        .get("filename"))
                .contains("ü.txt");
    }

    @Test
    void brokenFieldsGiveWhatIsThere() {
        assertThat(Parameters.of(";;; =x; charset=; name=\"open").get("name")).contains("open");
        assertThat(Parameters.of("").value()).isEmpty();
    }

    @Test
    void aHostileFieldIsReadWithoutRunningOutOfStack() {
        assertThat(Parameters.of("a/b; name=\"" + "\\\"".repeat(100_000) + "\"").value())
                .isEqualTo("a/b");
    }
}
