package org.mailroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.intake.Judgement.Kind;
import org.mailroom.message.SignedMessageIds;

class ChecksTests {

    private final Checks checks = new Checks(new OwnMailCheck(new SignedMessageIds("the secret of this house")));

    @ParameterizedTest
    @CsvSource({
        "plain, NORMAL",
        "html-only, NORMAL",
        "attached-mail, NORMAL",
        "outlook-reply, NORMAL",
        "hostile-text, NORMAL",
        "bounce, BOUNCE",
        "out-of-office, AUTOMATIC",
        "read-receipt, AUTOMATIC",
        "newsletter, UNANSWERABLE",
        "no-from, UNANSWERABLE",
        "empty, UNANSWERABLE",
        "garbage, UNANSWERABLE",
    })
    void eachMailIsJudgedByTheFirstCheckThatApplies(String file, Kind kind) {
        assertThat(checks.judge(TestLetter.file(file)).kind()).isEqualTo(kind);
    }
}
