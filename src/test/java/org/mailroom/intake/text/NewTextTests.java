package org.mailroom.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Tue, Mar 3, 2026 at 10:15 AM Support <support@example.org> wrote:",
                "Am 03.03.2026 um 10:15 schrieb Support:",
                "Am Di., 3. März 2026 um 10:15 Uhr schrieb Support <support@example.org>:",
                "Le mar. 3 mars 2026 à 10:15, Support a écrit :",
                "El mar, 3 mar 2026 a las 10:15, Support escribió:",
                "Il giorno mar 3 mar 2026 alle ore 10:15 Support ha scritto:",
                "Op di 3 mrt 2026 om 10:15 schreef Support:",
                "Den tis 3 mars 2026 kl 10:15 skrev Support:",
                "On Tue, Mar 3, 2026 at 10:15 AM\nSupport\n<support@example.org> wrote:",
                "-----Original Message-----",
                "-----Ursprüngliche Nachricht-----",
                "---------- Original Message ----------",
                "From: Support\nSent: Tuesday\nTo: Jane\nSubject: Re: x",
                "Von: Support\nGesendet: Dienstag\nAn: Jane\nBetreff: x",
                "*From:* Support\n*Date:* Tuesday\n*To:* Jane",
                "________________________________\nDe : Support\nEnvoyé : mardi\nÀ : Jane\nObjet : x",
            })
    void theMailThatIsAnsweredIsLeftOut(String start) {
        assertThat(NewText.of("It works now.\n\n" + start + "\n\nPlease try again."))
                .isEqualTo("It works now.");
    }

    @Test
    void aQuotationAtTheEndIsLeftOut() {
        assertThat(NewText.of("Yes.\n\nOn 3 March 2026 Support wrote:\n> Does it\n> work?\n"))
                .isEqualTo("Yes.");
        assertThat(NewText.of("Yes.\n\n> Does it work?")).isEqualTo("Yes.");
    }

    @Test
    void answersBetweenTheLinesStayWithTheirQuestions() {
        String text = "See below.\n\nOn 3 March 2026 Support wrote:\n> Does it work?\nYes.\n> Since when?\nToday.";

        assertThat(NewText.of(text)).isEqualTo(text);
    }

    @Test
    void anAnswerBelowTheQuotationStays() {
        assertThat(NewText.of("On 3 March 2026 Support wrote:\n> Does it work?\n\nYes."))
                .contains("Yes.");
    }

    @Test
    void theSignatureIsLeftOut() {
        assertThat(NewText.of("It works.\n-- \nJane Doe\nExample Ltd")).isEqualTo("It works.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> only a quotation",
                "-- \nonly a signature",
                "On 3 March 2026 Support wrote:\nnothing new",
                "From: me\nTo: you\nSubject: x\n\na form",
                "On 3 March I wrote: please hurry. Did you read it?",
                "The letter is from: Jane",
            })
    void whereNothingWouldBeLeftAllIs(String text) {
        assertThat(NewText.of(text)).isEqualTo(text);
    }

    @Test
    void aHugeTextOfDelimitersIsReadSoon() {
        assertThat(NewText.of("Hi\n" + "From: a\nTo: b\nCc: c\n> d\ne\n".repeat(50_000)))
                .startsWith("Hi");
        assertThat(NewText.of("Hi\n" + "On 1 wrote wrote wrote wrote:\n>\nx\n".repeat(50_000)))
                .startsWith("Hi");
    }
}
