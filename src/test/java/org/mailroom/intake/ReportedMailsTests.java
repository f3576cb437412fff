package org.mailroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.intake.Judgement.Kind;
import org.mailroom.intake.report.Bounce;
import org.mailroom.message.MessageId;
import org.mailroom.message.Seal;
import org.mailroom.message.SignedMessageIds;

/** Mails of mail servers, as they are written by many kinds of them, and mails of people who only speak of such mails. */
class ReportedMailsTests {

    private final Checks checks =
            new Checks(new OwnMailCheck(new SignedMessageIds(new Seal("the secret of this house", ""))));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bounce-dsn-two-recipients | BOUNCE | ann@example.org 5.1.1 true; bob@example.com 5.2.2 true | out-bounce-dsn-two-recipients@mailroom.localhost",
                "bounce-dsn-mixed-actions | BOUNCE | ann@example.org 5.1.1 true; late@example.com 4.4.1 false | out-bounce-dsn-mixed-actions@mailroom.localhost",
                "bounce-dsn-generic-status | BOUNCE | ann@example.org 4.2.2 false | out-bounce-dsn-generic-status@mailroom.localhost",
                "bounce-dsn-original-recipient | BOUNCE | info@example.org 5.1.1 true | out-bounce-dsn-original-recipient@mailroom.localhost",
                "bounce-dsn-international | BOUNCE | jörg@bücher.example 5.1.1 true | out-bounce-dsn-international@mailroom.localhost",
                "bounce-dsn-pipe | BOUNCE | joe@example.org 5.3.0 true | out-bounce-dsn-pipe@mailroom.localhost",
                "bounce-dsn-no-blank-lines | BOUNCE | ann@example.org 5.1.1 true; bob@example.org 5.1.1 true | out-bounce-dsn-no-blank-lines@mailroom.localhost",
                "bounce-dsn-blank-lines-everywhere | BOUNCE | ann@example.org 5.4.4 true | out-bounce-dsn-blank-lines-everywhere@mailroom.localhost",
                "bounce-dsn-expired | BOUNCE | ann@example.org 4.4.7 false | out-bounce-dsn-expired@mailroom.localhost",
                "bounce-dsn-headers-only | BOUNCE | ann@example.org 5.7.1 true | out-bounce-dsn-headers-only@mailroom.localhost",
                "bounce-dsn-type-not-declared | BOUNCE | ann@example.org 5.1.1 true | out-bounce-dsn-type-not-declared@mailroom.localhost",
                "bounce-dsn-status-in-diagnostic | BOUNCE | ann@example.org 5.1.1 true | out-bounce-dsn-status-in-diagnostic@mailroom.localhost",
                "delay-dsn | DELAY_NOTICE | ann@example.org 4.4.1 false | out-delay-dsn@mailroom.localhost",
                "receipt-dsn-delivered | RECEIPT |  | ",
                "bounce-exchange-2007 | BOUNCE | ann@example.org 5.1.1 true | out-x@mailroom.localhost",
                "bounce-postfix-without-form | BOUNCE | ann@example.org 5.1.1 true; bob@example.com 5.4.4 true | out-p@mailroom.localhost",
                "bounce-qmail | BOUNCE | ann@example.org 5.1.1 true | out-q@mailroom.localhost",
                "bounce-qmail-queue | BOUNCE | ann@example.org 4.4.1 false | out-q2@mailroom.localhost",
                "bounce-exim | BOUNCE | ann@example.org 5.0.0 true; bob@example.com 5.1.2 true | out-e@mailroom.localhost",
                "delay-exim | DELAY_NOTICE | ann@example.org 4.0.0 false | ",
                "bounce-sendmail | BOUNCE | ann@example.org 5.1.1 true | out-s@mailroom.localhost",
                "bounce-sendmail-old | BOUNCE | ann@example.org 5.1.1 true | ",
                "delay-sendmail | DELAY_NOTICE | ann@example.org 4.4.1 false | out-w@mailroom.localhost",
                "bounce-courier | BOUNCE | ann@example.org 5.1.1 true | ",
                "bounce-exchange-5-5 | BOUNCE | ann@example.org 5.1.1 true | out-5@mailroom.localhost",
                "bounce-exchange-german | BOUNCE | ann@example.org 5.1.1 true | out-g@mailroom.localhost",
                "bounce-gmail | BOUNCE | ann@gmail.example 5.1.1 true | out-gm@mailroom.localhost",
                "delay-gmail | DELAY_NOTICE | ann@example.org 4.0.0 false | ",
                "bounce-yahoo | BOUNCE | ann@yahoo.example 5.0.0 true | ",
                "bounce-aol | BOUNCE | ann@aol.example 5.1.1 true | ",
                "bounce-gmx | BOUNCE | ann@gmx.example 5.1.1 true | out-gmx@mailroom.localhost",
                "bounce-mail-ru | BOUNCE | ann@mail.example 5.2.2 true | ",
                "bounce-domino | BOUNCE | ann@example.org 5.1.1 true | ",
                "bounce-groupwise | BOUNCE | ann@example.org 5.1.1 true | out-gw@mailroom.localhost",
                "bounce-imail | BOUNCE | ann@example.org 5.1.1 true | out-im@mailroom.localhost",
                "bounce-kddi | BOUNCE | ann@ezweb.example 5.2.2 true | ",
                "bounce-japanese | BOUNCE | ann@example.jp 5.1.1 true | ",
                "bounce-chinese | BOUNCE | ann@example.cn 5.1.1 true | ",
                "bounce-t-online | BOUNCE | ann@t-online.example 5.2.2 true | ",
                "bounce-mdaemon | BOUNCE | ann@example.org 5.1.1 true | ",
                "bounce-hmailserver | BOUNCE | ann@example.org 5.1.1 true | ",
                "bounce-office365-text | BOUNCE | ann@example.org 5.1.10 true | out-o@mailroom.localhost",
                "bounce-to-of-copy | BOUNCE | ann@example.org 5.0.0 true | out-c@mailroom.localhost",
                "bounce-verizon | BOUNCE | 5551234@vtext.example 5.1.1 true | ",
                "bounce-novell-quota | BOUNCE | ann@example.org 5.2.2 true | ",
                "bounce-spam-refused | BOUNCE | ann@example.org 5.7.1 true | ",
                "bounce-french | BOUNCE | ann@example.fr 5.1.1 true | ",
                "bounce-spanish | BOUNCE | ana@example.es 5.2.2 true | ",
                "bounce-status-fields-in-text | BOUNCE | ann@example.org 5.1.1 true | ",
                "bounce-html | BOUNCE | ann@example.org 5.1.1 true | ",
                "bounce-to-ourselves | BOUNCE | support@mailroom.localhost 5.2.2 true | ",
                "bounce-smtp-dialogue | BOUNCE | ann@example.org 5.1.1 true | ",
                "bounce-complaint | BOUNCE | ann@example.org 4.7.1 false | out-arf@mailroom.localhost",
                "bounce-korean | BOUNCE | ann@example.org 5.1.1 true | ",
                "bounce-smail | BOUNCE | ann@example.org 5.2.2 true; bob@example.com 5.1.1 true | ",
                "bounce-interscan | BOUNCE | ann@example.org 5.1.1 true | out-iss@mailroom.localhost",
                "bounce-transcript-follows | BOUNCE | ann@example.org 5.1.1 true | ",
                "bounce-copy-of-few-fields | BOUNCE | ann@example.org 5.1.1 true | ",
                "bounce-loop | BOUNCE | ann@example.org 5.4.6 true | ",
                "bounce-complaint-hotmail | BOUNCE | ann@hotmail.example 4.7.1 false | out-hm@mailroom.localhost",
                "bounce-dsn-no-such-domain | BOUNCE | ann@nowhere.example 5.1.2 true | ",
                "delay-suspended | DELAY_NOTICE | ann@example.org 4.2.1 false | ",
                "bounce-fields-attached-by-a-person | NORMAL |  | ",
                "bounce-told-by-an-administrator | NORMAL |  | ",
                "bounce-told-by-a-person | NORMAL |  | ",
                "bounce-forwarded-by-a-person | NORMAL |  | ",
                "bounce-parts-passed-on | NORMAL |  | ",
                "bounce-parcel | NORMAL |  | ",
                "bounce-answered-by-a-person | NORMAL |  | ",
                "bounce-written-by-a-postmaster | NORMAL |  | ",
                "bounce-attached-by-a-person | NORMAL |  | ",
                "bounce-haraka | BOUNCE | ann@example.org 5.1.1 true | ",
                "bounce-mailmarshal | BOUNCE | ann@example.org 5.1.1 true | ",
                "bounce-others-were-reached | BOUNCE | ann@example.org 5.1.1 true | ",
                "delay-opensmtpd | DELAY_NOTICE | ann@example.org 4.4.2 false | ",
                "bounce-subject-alone-says-why | BOUNCE | ann@docomo.example 5.1.1 true | ",
                "bounce-parcel-by-a-program | AUTO_REPLY |  | "
            })
    void whatAMailServerSaysOfWhomAndOfWhichMailIsUnderstood(String file, Kind kind, String failed, String original) {
        Judgement judgement = checks.judge(TestLetter.file(file));

        assertThat(judgement.kind()).as(() -> judgement.reason()).isEqualTo(kind);
        assertThat(failed(judgement.bounce())).isEqualTo(failed == null ? "" : failed);
        assertThat(original(judgement.bounce())).isEqualTo(original == null ? "" : original);
    }

    private static String failed(Bounce bounce) {
        return bounce == null
                ? ""
                : bounce.recipients().stream()
                        .map(recipient -> String.join(
                                " ", List.of(recipient.address(), recipient.status(), "" + recipient.permanent())))
                        .collect(Collectors.joining("; "));
    }

    private static String original(Bounce bounce) {
        MessageId original = bounce == null ? null : bounce.original();
        return original == null ? "" : original.value();
    }
}
