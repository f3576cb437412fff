package org.mailroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.intake.Judgement.Kind;

class NoReplyCheckTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: no-reply@example.org",
                "From: NoReply+42@example.org",
                "From: do_not_reply@example.org",
                "From: noreply-orders@example.org",
                "From: no_reply2@example.org",
                "From: orders-noreply@example.org",
                "From: ne-pas-repondre@example.org",
                "From: nicht.antworten@example.org",
                "From: postmaster@example.org",
                "From: root",
                "From: jane@example.org\r\nReply-To: noreply@example.org",
                "Subject: no sender at all",
            })
    void nobodyReadsAnswersThere(String fields) {
        assertThat(new NoReplyCheck().judge(TestLetter.with(fields)))
                .map(Judgement::kind)
                .contains(Kind.NO_REPLY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: jane@example.org",
                "From: noreply.jane@example.org",
                "From: rootbeer@example.org",
                "From: noreplyson@example.org",
                "From: noreply@example.org\r\nReply-To: jane@example.org",
            })
    void somebodyReadsAnswersThere(String fields) {
        assertThat(new NoReplyCheck().judge(TestLetter.with(fields))).isEmpty();
    }

    @Test
    void theAddressOfAWebFormIsAnswerableThoughItsSenderIsNot() {
        Letter letter = TestLetter.with("From: Form <noreply@example.com>", "Reply-To: Jane <jane@example.org>");

        assertThat(letter.message().requester().address()).isEqualTo("jane@example.org");
        assertThat(new NoReplyCheck().judge(letter)).isEmpty();
    }
}
