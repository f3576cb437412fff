package org.mailroom.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.testing.CasePlay.SAM;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.Casework;
import org.mailroom.cases.Reply;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.message.MessageId;
import org.mailroom.message.Seal;
import org.mailroom.message.SignedMessageIds;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What follows for an address from a report that mail did not reach it, and which reports are believed. */
@MailroomTest
class BouncedMailTests {

    @Autowired
    TestReception reception;

    @Autowired
    CasePlay play;

    @Autowired
    Casework work;

    @Autowired
    SignedMessageIds signedIds;

    @Autowired
    JdbcClient jdbc;

    private final String customer = CasePlay.newCustomer();

    @Test
    void anAddressThatFailedForGoodGetsNoAutomaticMail() {
        CaseNumber first = opened(customer, "First");

        Verdict verdict = report(confirmationOf(first), customer.toUpperCase(Locale.ROOT), "5.1.1");

        assertThat(verdict).isInstanceOf(Verdict.Filed.class);
        assertThat(reception.event(first, "ADDRESS_FAILED", "new_value")).isEqualToIgnoringCase(customer);
        assertThat(reception.event(first, "ADDRESS_FAILED", "old_value")).isEqualTo("5.1.1");
        CaseNumber second = opened(customer, "Second");
        assertThat(automaticMails(second)).isZero();
        assertThat(reception.event(second, "CONFIRMATION_SUPPRESSED", "note")).isEqualTo("FAILED_ADDRESS");
    }

    @Test
    void aPersonMayStillWriteToIt() {
        CaseNumber number = opened(customer, "First");
        report(confirmationOf(number), customer, "5.1.1");

        work.claim(number, SAM);
        work.reply(number, SAM, new Reply("Does this reach you?", List.of()));

        assertThat(jdbc.sql("select count(*) from outgoing_mail where case_number = :number and kind = 'ANSWER'")
                        .param("number", number.value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void afterSixtyDaysItIsTriedAgain() {
        report(confirmationOf(opened(customer, "First")), customer, "5.1.1");
        jdbc.sql("update failed_address set failed_at = failed_at - interval '60 days' where address = :address")
                .param("address", customer)
                .update();

        assertThat(automaticMails(opened(customer, "Second"))).isOne();
    }

    @Test
    void aMailThatFailedForNowSaysNothingAboutItsAddress() {
        report(confirmationOf(opened(customer, "First")), customer, "4.4.7");

        assertThat(isMarked(customer)).isFalse();
    }

    @Test
    void aReportWithAMadeUpMessageIdIsNotBelieved() {
        CaseNumber number = opened(customer, "First");
        MessageId forged = new SignedMessageIds(new Seal("the secret of another house", ""))
                .mint(number.value(), "mailroom.localhost");

        report(forged, customer, "5.1.1");
        report(new MessageId("made.up@example.com"), customer, "5.1.1");

        assertThat(isMarked(customer)).isFalse();
        assertThat(play.timeline(number)).doesNotContain("ADDRESS_FAILED");
        assertThat(automaticMails(opened(customer, "Second"))).isOne();
    }

    @Test
    void whoGotAMailOfOursCannotSpeakForAnotherAddress() {
        String victim = CasePlay.newCustomer();
        CaseNumber number = opened(customer, "First");

        report(confirmationOf(number), victim, "5.1.1");
        report(signedIds.mint(number.value(), "mailroom.localhost"), victim, "5.1.1");

        assertThat(isMarked(victim)).isFalse();
        assertThat(isMarked(customer)).isFalse();
    }

    @Test
    void whoCallsOurMailSpamGetsNoMoreOfIt() {
        CaseNumber number = opened(customer, "First");

        reception.take(
                "From: Complaints <fbl@provider.example>",
                "To: support@mailroom.localhost",
                "Subject: Complaint about a mail",
                "Message-ID: <" + UUID.randomUUID() + "@provider.example>",
                "MIME-Version: 1.0",
                "Content-Type: multipart/report; report-type=feedback-report; boundary=\"b\"",
                "",
                "--b",
                "",
                "This is a complaint.",
                "--b",
                "Content-Type: message/feedback-report",
                "",
                "Feedback-Type: abuse",
                "Original-Rcpt-To: <" + customer + ">",
                "",
                "--b",
                "Content-Type: text/rfc822-headers",
                "",
                "To: " + customer,
                "Message-ID: " + confirmationOf(number).inBrackets(),
                "",
                "--b--");

        assertThat(isMarked(customer)).isTrue();
        assertThat(automaticMails(opened(customer, "Second"))).isZero();
    }

    private CaseNumber opened(String from, String subject) {
        CaseNumber number = play.arrived(CasePlay.mail(from, subject), true);
        play.runJobs(number);
        return number;
    }

    private Verdict report(MessageId failed, String address, String status) {
        return reception
                .take(
                        "From: Mail Delivery System <MAILER-DAEMON@mx.example.net>",
                        "To: support@mailroom.localhost",
                        "Subject: Undelivered Mail Returned to Sender",
                        "Message-ID: <" + UUID.randomUUID() + "@mx.example.net>",
                        "MIME-Version: 1.0",
                        "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"",
                        "",
                        "--b",
                        "",
                        "Your mail could not be delivered.",
                        "--b",
                        "Content-Type: message/delivery-status",
                        "",
                        "Reporting-MTA: dns; mx.example.net",
                        "",
                        "Final-Recipient: rfc822; " + address,
                        "Action: failed",
                        "Status: " + status,
                        "",
                        "--b",
                        "Content-Type: text/rfc822-headers",
                        "",
                        "From: support@mailroom.localhost",
                        "To: " + address,
                        "Subject: We received your request",
                        "Message-ID: " + failed.inBrackets(),
                        "",
                        "--b--")
                .verdict();
    }

    private MessageId confirmationOf(CaseNumber number) {
        return new MessageId(jdbc.sql("select message_id from outgoing_mail where cause = :cause")
                .param("cause", "confirmation:" + number)
                .query(String.class)
                .single());
    }

    private int automaticMails(CaseNumber number) {
        return jdbc.sql("select count(*) from outgoing_mail where case_number = :number and kind = 'AUTOMATIC_ANSWER'")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }

    private boolean isMarked(String address) {
        return jdbc.sql("select exists (select from failed_address where address = :address)")
                .param("address", address)
                .query(Boolean.class)
                .single();
    }
}
