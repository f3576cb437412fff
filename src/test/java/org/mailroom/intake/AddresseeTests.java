package org.mailroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.inbox.InboxKey;

class AddresseeTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "To: support@mailroom.localhost|support",
                "To: somebody@example.org|support",
                "To: Finance <FINANCE@mailroom.localhost>|finance",
                "To: finance+FIN-12-k7x9q2w4@mailroom.localhost|finance",
                "Cc: finance@mailroom.localhost|finance",
                "Delivered-To: finance@mailroom.localhost|finance",
                "X-Original-To: finance@mailroom.localhost|finance",
                "To: support@mailroom.localhost, finance@mailroom.localhost|support",
                "To: sales@mailroom.localhost, finance@mailroom.localhost|support",
            })
    void theAccountsInboxGetsItUnlessItIsAddressedToExactlyOneOther(String field, String inbox) {
        assertThat(Addressee.of(TestLetter.with("From: a@example.org", field), new InboxKey("support")))
                .isEqualTo(new InboxKey(inbox));
    }
}
