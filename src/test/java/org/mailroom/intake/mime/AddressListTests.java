package org.mailroom.intake.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.message.EmailAddress;

class AddressListTests {

    @Test
    void addressesAreReadWithTheirNames() {
        assertThat(AddressList.in("Jane <jane@example.org>, \"Doe, John\" <john@example.org>; bob@example.org (Bob)"))
                .containsExactly(
                        new EmailAddress("jane@example.org", "Jane"),
                        new EmailAddress("john@example.org", "Doe, John"),
                        new EmailAddress("bob@example.org", "Bob"));
    }

    @Test
    void aCommaInANameThatShouldHaveBeenQuotedSplitsNoAddress() {
        assertThat(AddressList.in("Doe, Jane <jane@example.org>"))
                .containsExactly(new EmailAddress("jane@example.org", "Doe, Jane"));
    }

    @Test
    void aCommaInAnEncodedNameSplitsNoAddress() {
        assertThat(AddressList.in("=?utf-8?Q?M=C3=BCller=2C_J?= <j@example.org>, =?utf-8?B?w6Q=?= <k@example.org>"))
                .containsExactly(
                        new EmailAddress("j@example.org", "Müller, J"), new EmailAddress("k@example.org", "ä"));
    }

    @Test
    void aNameThatLooksLikeAnAddressIsAName() {
        assertThat(AddressList.in("\"ceo@example.com\" <evil@example.org>"))
                .containsExactly(new EmailAddress("evil@example.org", "ceo@example.com"));
    }

    @Test
    void theMembersOfAGroupAreRead() {
        assertThat(AddressList.in("Friends: a@example.org, b@example.org;"))
                .containsExactly(EmailAddress.of("a@example.org"), EmailAddress.of("b@example.org"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "<>", ",;,", "undisclosed-recipients:;", "two words", "<a b@example.org>", "<\"", "((("
            })
    void whatIsNoAddressIsPassedOver(String field) {
        assertThat(AddressList.in(field)).isEmpty();
    }

    @Test
    void aControlCharacterMakesNoAddress() {
        assertThat(AddressList.in("<a\u0000b@example.org>")).isEmpty();
        assertThat(AddressList.in("=?utf-8?Q?a=0D=0A?=@example.org")).isEmpty();
    }

    @Test
    void hostileListsEndSoonAndAreCut() {
        assertThat(AddressList.in("a@example.org,".repeat(100_000))).hasSize(1_000);
        assertThat(AddressList.in(",\"(".repeat(300_000))).isEmpty();
    }
}
