package org.mailroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.intake.Judgement.Kind;
import org.mailroom.message.Seal;
import org.mailroom.message.SignedMessageIds;

class ChecksTests {

    private final Checks checks =
            new Checks(new OwnMailCheck(new SignedMessageIds(new Seal("the secret of this house", ""))));

    @ParameterizedTest
    @CsvSource({
        "plain, NORMAL",
        "html-only, NORMAL",
        "attached-mail, NORMAL",
        "outlook-reply, NORMAL",
        "hostile-text, NORMAL",
        "bounce, BOUNCE",
        "out-of-office, AUTO_REPLY",
        "read-receipt, RECEIPT",
        "newsletter, BULK",
        "no-from, NO_REPLY",
        "empty, NO_REPLY",
        "garbage, NO_REPLY",
        "auto-exchange, AUTO_REPLY",
        "auto-outlook-without-fields, AUTO_REPLY",
        "auto-outlook-german, AUTO_REPLY",
        "auto-outlook-french, AUTO_REPLY",
        "auto-outlook-finnish, AUTO_REPLY",
        "auto-outlook-polish, AUTO_REPLY",
        "auto-outlook-russian, AUTO_REPLY",
        "auto-outlook-japanese, AUTO_REPLY",
        "auto-outlook-chinese, AUTO_REPLY",
        "auto-brackets-japanese, AUTO_REPLY",
        "auto-zimbra, AUTO_REPLY",
        "auto-gmail, AUTO_REPLY",
        "auto-vacation-old, AUTO_REPLY",
        "auto-domino, AUTO_REPLY",
        "auto-domino-old, AUTO_REPLY",
        "auto-domino-alone, AUTO_REPLY",
        "auto-domino-french, AUTO_REPLY",
        "auto-exchange-topic, AUTO_REPLY",
        "auto-subject-behind, AUTO_REPLY",
        "auto-empty-return-path, AUTO_REPLY",
        "auto-says-so-in-text, AUTO_REPLY",
        "auto-says-so-in-german, AUTO_REPLY",
        "auto-machine-generated, AUTO_REPLY",
        "auto-cron, AUTO_REPLY",
        "auto-vacation-program, AUTO_REPLY",
        "auto-autoreply-sender, AUTO_REPLY",
        "auto-absence-in-text, AUTO_REPLY",
        "receipt-exchange, RECEIPT",
        "receipt-exchange-german, RECEIPT",
        "receipt-outlook-express, RECEIPT",
        "receipt-notes, RECEIPT",
        "receipt-exchange-plain, RECEIPT",
        "receipt-read-by-a-person, NORMAL",
        "receipt-sent-by-a-person, NORMAL",
        "receipt-only-asked-for, NORMAL",
        "receipt-book-to-read, NORMAL",
        "auto-list-post, BULK",
        "auto-github, BULK",
        "auto-no-reply-shop, NO_REPLY",
        "auto-spam-flag, SPAM",
        "auto-spam-not, NORMAL",
        "auto-person-away, NORMAL",
        "auto-person-holiday, NORMAL",
        "auto-person-answers-notice, NORMAL",
        "auto-person-about-notices, NORMAL",
        "auto-person-auto-submitted-no, NORMAL",
        "auto-person-suppresses, NORMAL",
        "auto-person-about-another, NORMAL",
        "auto-person-about-herself, NORMAL",
        "auto-person-topic, NORMAL",
        "auto-person-car, NORMAL",
        "auto-person-on-vacation-home, NORMAL",
        "auto-person-quotes-notice, NORMAL",
    })
    void eachMailIsJudgedByTheFirstCheckThatApplies(String file, Kind kind) {
        assertThat(checks.judge(TestLetter.file(file)).kind()).isEqualTo(kind);
    }
}
