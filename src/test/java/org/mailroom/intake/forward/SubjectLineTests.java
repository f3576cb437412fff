package org.mailroom.intake.forward;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.intake.forward.SubjectLine.Opening;

class SubjectLineTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Re: printer",
                "RE : printer",
                "re:printer",
                "Re[5]: printer",
                "Re(2): printer",
                "RE^3: printer",
                "AW: printer",
                "Antw.: printer",
                "SV: SV: Re: printer",
                "Odp.: printer",
                "RES: printer",
                "R: printer",
                "Vá: printer",
                "YNT: printer",
                "ΑΠ: printer",
                "ATB: printer",
                "ＲＥ：printer",
                "回复：printer",
                "回覆: Re: 答复: printer",
                "답장: printer",
                "השב: printer",
                "رد: printer",
                "Re: Fwd: AW: WG: printer",
            })
    void answersAreAboutWhatTheyAnswer(String subject) {
        assertThat(SubjectLine.of(subject)).isEqualTo(new SubjectLine(Opening.REPLY, "printer"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fwd: printer",
                "FW: printer",
                "WG: AW: printer",
                "TR : printer",
                "RV: printer",
                "I: printer",
                "ENC: printer",
                "Doorst: printer",
                "VB: printer",
                "VL: printer",
                "PD: printer",
                "İLT: printer",
                "ilt: printer",
                "ΠΡΘ: printer",
                "转发：printer",
                "轉寄: printer",
                "전달: printer",
                "הועבר: printer",
                "إعادة توجيه: printer",
                "[Fwd: printer]",
                "[Fwd: Re: printer]",
                "printer (fwd)",
                "Fwd: Fwd: Re[2]: printer",
            })
    void forwardsAreAboutWhatTheyForward(String subject) {
        assertThat(SubjectLine.of(subject)).isEqualTo(new SubjectLine(Opening.FORWARD, "printer"));
    }

    @Test
    void oneLanguagesAnswerIsAnothersForward() {
        assertThat(SubjectLine.of("VS: printer")).isEqualTo(new SubjectLine(Opening.UNCLEAR, "printer"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[EXTERNAL] Fwd: printer | [EXTERNAL] printer | FORWARD",
                "Re: [list] Re: printer | [list] printer | REPLY",
                "[list] printer | [list] printer | NONE",
            })
    void wordsInSquareBracketsStay(String subject, String base, Opening opening) {
        assertThat(SubjectLine.of(subject)).isEqualTo(new SubjectLine(opening, base));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "printer",
                "Reminder: printer",
                "Forwarding address: Main Street",
                "Rechnung: 4711",
                "Invoice: re: 5",
                "10:15",
                ":",
                "[",
                "[]",
                "Re",
                "Fwd",
                "Regarding the printer: help",
            })
    void otherSubjectsStayAsTheyAre(String subject) {
        assertThat(SubjectLine.of(subject)).isEqualTo(new SubjectLine(Opening.NONE, subject));
    }

    @Test
    void anEmptySubjectUnderPrefixesIsEmpty() {
        assertThat(SubjectLine.of("Re: Fwd: ").base()).isEmpty();
        assertThat(SubjectLine.of("").base()).isEmpty();
    }

    @Test
    void subjectsAreTheSameWhateverStandsBeforeThem() {
        assertThat(SubjectLine.of("AW: Störung am Drucker").isSameAs(SubjectLine.of("re: störung  am Drucker")))
                .isTrue();
        assertThat(SubjectLine.of("Re: a").isSameAs(SubjectLine.of("Re: b"))).isFalse();
    }

    @Test
    void aSubjectOfPrefixesAloneIsReadSoon() {
        assertThat(SubjectLine.of("Re: ".repeat(100_000)).opening()).isEqualTo(Opening.REPLY);
        assertThat(SubjectLine.of("[".repeat(100_000)).opening()).isEqualTo(Opening.NONE);
        assertThat(SubjectLine.of("[Fwd: ".repeat(10_000) + "]".repeat(10_000)).opening())
                .isEqualTo(Opening.FORWARD);
    }
}
