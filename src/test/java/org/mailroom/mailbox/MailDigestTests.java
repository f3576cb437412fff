package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.intake.Eml;

class MailDigestTests {

    private static final byte[] ONCE =
            Eml.of("From: a@example.org", "Message-ID: <one@example.org>", "Subject: x", "", "Received: text", "Hi");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Received: from a by b;\r\n\tTue, 3 Mar 2026 10:15:00 +0100",
                "RECEIVED: from a by b",
                "Return-Path: <a@example.org>",
                "Delivered-To: support@mailroom.localhost",
                "X-Forwarded-For: a@example.org\r\n b@example.org",
            })
    void whatIsAddedOnTheWayMakesNoOtherMail(String added) {
        byte[] twice = Eml.of(
                added,
                "From: a@example.org",
                "Message-ID: <one@example.org>",
                "Subject: x",
                "",
                "Received: text",
                "Hi");

        assertThat(MailDigest.of(twice)).isEqualTo(MailDigest.of(ONCE));
    }

    @Test
    void anotherTextUnderTheSameMessageIdIsAnotherMail() {
        byte[] other = Eml.of(
                "From: a@example.org", "Message-ID: <one@example.org>", "Subject: x", "", "Received: other", "Hi");

        assertThat(MailDigest.of(other).messageId())
                .isEqualTo(MailDigest.of(ONCE).messageId());
        assertThat(MailDigest.of(other).digest())
                .isNotEqualTo(MailDigest.of(ONCE).digest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Message-ID: <one@example.org>",
                "message-id:<one@example.org> (added by a server)",
                "Message-Id:\r\n <one@exam\r\n ple.org>",
                "Message-ID: one@example.org",
            })
    void theMessageIdIsReadAsOthersWillQuoteIt(String field) {
        assertThat(MailDigest.of(Eml.of(field, "", "Hi")).messageId().value()).isEqualTo("one@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Subject: none", "Message-ID:", "Message-ID: <>", "no field at all"})
    void aMailWithoutMessageIdGetsOneThatIsAlwaysTheSame(String field) {
        MailIdentity identity = MailDigest.of(Eml.of(field, "", "Hi"));

        assertThat(identity.messageId().value()).startsWith(identity.digest());
        assertThat(MailDigest.of(Eml.of(field, "", "Hi"))).isEqualTo(identity);
        assertThat(MailDigest.of(Eml.of(field, "", "Ho"))).isNotEqualTo(identity);
    }

    @Test
    void aMessageIdThatIsTooLongIsNotTaken() {
        assertThat(MailDigest.of(Eml.of("Message-ID: <" + "x".repeat(2_000) + "@y>", "", "Hi"))
                        .messageId()
                        .value())
                .endsWith("@made-up.invalid");
    }

    @Test
    void nothingIsAMailToo() {
        assertThat(MailDigest.of(new byte[0]).digest()).hasSize(64);
    }
}
