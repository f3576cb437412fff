package org.mailroom.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkTargetTests {

    @Test
    void theTitleIsTheAddress() {
        assertThat(SafeHtml.of("<a href='https://example.org/x' title='https://bank.example/'>here</a>")
                        .html())
                .contains("title=\"https://example.org/x\"")
                .doesNotContain("bank.example");
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example/, www.bank.example, evil.example",
        "https://evil.example/, https://bank.example/login, evil.example",
        "https://bank.example@evil.example/, bank.example, evil.example",
        "https://bank.example.evil.example:8443/, https://bank.example/, bank.example.evil.example",
        "https://evil.example\\\\@bank.example/, bank.example, evil.example",
        "mailto:x@evil.example, jane@bank.example, evil.example",
        "https://example.org/x, www.example.org, ''",
        "https://www.example.org/x?y, https://example.org/other, ''",
        "https://click.example.org/x, example.org, ''",
        "https://evil.example/, click here, ''",
    })
    void aTextThatIsAnotherAddressIsMarked(String address, String text, String leadsTo) {
        String html = SafeHtml.of("<a href='" + address + "'>" + text + "</a>").html();

        if (leadsTo.isEmpty()) {
            assertThat(html).doesNotContain("→");
        } else {
            assertThat(html).contains("[→ " + leadsTo + "]");
        }
    }
}
