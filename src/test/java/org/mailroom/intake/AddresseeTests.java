package org.mailroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.inbox.InboxKey;

class AddresseeTests {

    private static final String ELSEWHERE = "To: info@customers-own.example";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-To: finance@mailroom.localhost",
                "X-Forwarded-For: info@customers-own.example finance@mailroom.localhost",
                "X-MS-Exchange-Forwarded-To: finance@mailroom.localhost",
                "Envelope-To: finance@mailroom.localhost",
                "X-Envelope-To: <finance@mailroom.localhost>",
                "X-Original-To: finance@mailroom.localhost",
                "Delivered-To: finance@mailroom.localhost",
                "Resent-To: Finance <FINANCE@mailroom.localhost>",
            })
    void aRedirectedMailFindsTheInboxThatItWasSentOnTo(String field) {
        assertThat(Addressee.of(TestLetter.with("From: a@example.org", ELSEWHERE, field), new InboxKey("support")))
                .isEqualTo(new InboxKey("finance"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "To: finance@mailroom.localhost|Delivered-To: support@mailroom.localhost|finance",
                "X-Original-To: finance@mailroom.localhost|Delivered-To: support@mailroom.localhost|finance",
                "To: finance@mailroom.localhost|X-Forwarded-To: support@mailroom.localhost|support",
                "To: support@mailroom.localhost|X-Original-To: finance@mailroom.localhost|support",
                "To: sales@mailroom.localhost|X-Original-To: finance@mailroom.localhost|finance",
            })
    void whatSomebodyWroteOrRedirectedCountsMoreThanWhereTheMailEnded(String field, String other, String inbox) {
        assertThat(Addressee.of(TestLetter.with("From: a@example.org", field, other), new InboxKey("support")))
                .isEqualTo(new InboxKey(inbox));
    }

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
