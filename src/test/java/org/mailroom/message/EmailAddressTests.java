package org.mailroom.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailAddressTests {

    @ParameterizedTest
    @CsvSource({
        "jane@example.com, jane@example.com",
        "Jane@Example.COM, jane@example.com",
        "jane+orders@example.com, jane@example.com",
        "jane+a+b@example.com, jane@example.com",
        "+1234@example.com, +1234@example.com",
        "jane@exa+mple.com, jane@exa+mple.com",
        "jane+orders, jane+orders"
    })
    void aMailboxIsOneHoweverItsAddressIsWritten(String written, String mailbox) {
        assertThat(EmailAddress.of(written).mailbox()).isEqualTo(mailbox);
    }
}
