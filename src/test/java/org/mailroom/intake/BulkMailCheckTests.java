package org.mailroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.intake.Judgement.Kind;

class BulkMailCheckTests {

    @Test
    void aNewsletterIsBulkMail() {
        assertThat(new BulkMailCheck().judge(TestLetter.file("newsletter")))
                .map(Judgement::kind)
                .contains(Kind.BULK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "List-Id: <a.example.org>",
                "List-Unsubscribe: <mailto:out@example.org>",
                "Mailing-List: a",
                "Precedence: list",
                "Precedence: bulk",
                "X-Precedence: Junk",
                "X-GitHub-Reason: mention",
                "X-Mailchimp-Campaign: x",
                "X-Amazon-Mail-Relay-Type: notification",
            })
    void theMarksOfListsAreKnown(String field) {
        assertThat(new BulkMailCheck().judge(TestLetter.with("From: a@example.org", field)))
                .isPresent();
    }

    @Test
    void aSingleLetterIsNone() {
        assertThat(new BulkMailCheck().judge(TestLetter.file("plain"))).isEmpty();
    }
}
