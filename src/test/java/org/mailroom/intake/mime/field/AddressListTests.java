package org.mailroom.intake.mime.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Jane <jane@example.org|jane@example.org:Jane",
                "Jane <jane@example.org, Bob <bob@example.org>|jane@example.org:Jane bob@example.org:Bob",
                "Jane <jane@example.org> Bob <bob@example.org>|jane@example.org:Jane bob@example.org:Bob",
                "jane@example.org>|jane@example.org:",
                "Jane jane@example.org|jane@example.org:Jane",
                "jane@example.org bob@example.org|jane@example.org: bob@example.org:",
                "<<jane@example.org>>|jane@example.org:",
                "\"Jane <jane@example.org>|jane@example.org:Jane",
                "\"Doe (Sales), Jane\" <jane@example.org>|jane@example.org:Doe (Sales), Jane",
                "Jane (Sales <jane@example.org>|jane@example.org:Jane Sales",
                "jane(at (her) home)@example.org (Jane)|jane@example.org:at (her) home Jane",
                "<@a.example,@b.example:jane@example.org>|jane@example.org:",
                "Jane <mailto:jane@example.org>|jane@example.org:Jane",
                "<jane @ example . org>|jane@example.org:",
                "\"john doe\"@example.org|\"john doe\"@example.org:",
                "Jane <\"a,b\"@example.org>|\"a,b\"@example.org:Jane",
                "jane@[192.0.2.1]|jane@[192.0.2.1]:",
                "jane@[IPv6:2001:db8::1]|jane@[IPv6:2001:db8::1]:",
                "jürgen@müller.example|jürgen@müller.example:",
                "MAILER-DAEMON (Mail Delivery System)|MAILER-DAEMON:Mail Delivery System",
                "=?utf-8?Q?Doe,_Jane_(Sales)?= <jane@example.org>|jane@example.org:Doe, Jane (Sales)",
                "=?utf-8?Q?a?=:b@example.org;|b@example.org:",
                "A long name <a@example.org>: B <b@example.org>|a@example.org: b@example.org:B",
                "Team: \"A: B\" <a@example.org>, b@example.org;, c@example.org|a@example.org:A: B b@example.org: c@example.org:",
            })
    void brokenFieldsAreReadAsTheyWereMeant(String field, String read) {
        assertThat(AddressList.in(field).stream()
                        .map(found -> found.address() + ":" + (found.name() == null ? "" : found.name()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=?utf-8?Q?ceo=40example.com?=",
                "=?utf-8?B?Y2VvQGV4YW1wbGUuY29tIDxjZW9AZXhhbXBsZS5jb20+?=",
                "<=?utf-8?Q?ceo=40example.com?=>",
                "=?utf-8?Q?ceo?=@example.com"
            })
    void anEncodedWordIsNeverAnAddress(String field) {
        assertThat(AddressList.in(field)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "<", "\"", "[", "=?", "=?a?q?", "((a)", "<@", "\\", ":", "a ", "a@b<", "[(\"<"})
    void fieldsMadeToBeSlowAreReadInTime(String piece) {
        assertThat(AddressList.in(piece.repeat(300_000))).hasSizeLessThanOrEqualTo(1_001);
    }
}
