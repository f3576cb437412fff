package org.mailroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.intake.Judgement.Kind;
import org.mailroom.message.Seal;
import org.mailroom.message.SignedMessageIds;

class JudgementTests {

    private final Checks checks =
            new Checks(new OwnMailCheck(new SignedMessageIds(new Seal("the secret of this house", ""))));

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "NORMAL")
    void onlyAnOrdinaryMailMayBeAnswered(Kind kind) {
        assertThat(Judgement.of(kind, "x").answerable()).isFalse();
        assertThat(Judgement.NORMAL.answerable()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"NORMAL", "BULK", "NO_REPLY", "SPAM"})
    void whatAPersonMayHaveWrittenCountsAsAReplyAndOpensACase(Kind kind) {
        assertThat(kind.isOnlyFiled()).isFalse();
        assertThat(kind.opensCase()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"BOUNCE", "DELAY_NOTICE", "RECEIPT"})
    void whatIsAboutAMailOfOursOpensNoCase(Kind kind) {
        assertThat(kind.isOnlyFiled()).isTrue();
        assertThat(kind.opensCase()).isFalse();
    }

    @Test
    void anAbsenceOpensACaseButIsNoReply() {
        assertThat(Kind.AUTO_REPLY.opensCase()).isTrue();
        assertThat(Kind.AUTO_REPLY.isOnlyFiled()).isTrue();
    }

    @Test
    void theReasonsSayWhichRuleDecidedAndWhatItSaw() {
        assertThat(checks.judge(TestLetter.file("auto-zimbra")).reasons())
                .containsExactly("Automatic mail: the field Auto-Submitted says so.");
        assertThat(checks.judge(TestLetter.file("bounce-dsn-two-recipients")).reasons())
                .contains("Delivery report: it names ann@example.org with status 5.1.1.");
        assertThat(checks.judge(TestLetter.file("plain")).reasons()).isEmpty();
    }
}
