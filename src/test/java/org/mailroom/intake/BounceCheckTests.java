package org.mailroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.intake.Judgement.Kind;

class BounceCheckTests {

    @Test
    void aDeliveryReportIsABounce() {
        assertThat(new BounceCheck().judge(TestLetter.file("bounce")))
                .map(Judgement::kind)
                .contains(Kind.BOUNCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: MAILER-DAEMON (Mail Delivery System)",
                "From: Mailer-Daemon@mx.example.org",
                "From: a@example.org\r\nX-Failed-Recipients: b@example.org",
                "From: postmaster@example.org\r\nSubject: Undeliverable: your request",
                "Return-Path: <>\r\nFrom: a@example.org\r\nSubject: Delivery Status Notification (Failure)",
                "Return-Path: <>\r\nFrom: a@example.org\r\nSubject: Unzustellbar: Ihre Anfrage",
            })
    void aBounceThatFollowsNoStandardIsOneToo(String fields) {
        assertThat(judge(fields)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: a@example.org\r\nSubject: Undeliverable parcel",
                "From: postmaster@example.org\r\nSubject: Please call me",
                "Return-Path: <>\r\nFrom: a@example.org\r\nSubject: Your order",
                "Return-Path: <a@example.org>\r\nFrom: a@example.org\r\nSubject: Returned mail, what now?",
            })
    void aMailThatOnlyLooksLikeOneIsNone(String fields) {
        assertThat(judge(fields)).isEmpty();
    }

    @Test
    void aReceiptForReadingIsNone() {
        assertThat(new BounceCheck().judge(TestLetter.file("read-receipt"))).isEmpty();
    }

    private static Optional<Judgement> judge(String fields) {
        return new BounceCheck().judge(TestLetter.with(fields));
    }
}
