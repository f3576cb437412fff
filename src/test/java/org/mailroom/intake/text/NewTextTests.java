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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On 3 March 2026 Support wrote:\n> Does it work?\n\nYes.",
                "On 3 March 2026 Support wrote:\n> Does it work?\n\nYes.\n-- \nJane",
                "\uFF1E Hello,\n\uFF1E\n\uFF1E does it work?\n\uFF1E Regards\n\nYes.",
                "On 3 March 2026 Support wrote:\n> Does it work?\n\nYes.\n\n-----Original Message-----\nHello",
            })
    void anAnswerBelowTheQuotationStaysWithoutIt(String text) {
        assertThat(NewText.of(text)).isEqualTo("Yes.");
    }

    @Test
    void aLineThatTheSenderQuotesStaysWhereWordsFollow() {
        String text = "> the light blinks twice\n\nThis is in your manual.";
        assertThat(NewText.of(text)).isEqualTo(text);
        String inside = "Your manual says\n> the light blinks twice\nbut it does not.";
        assertThat(NewText.of(inside)).isEqualTo(inside);
    }

    @Test
    void whatAMailProgramBrokeOffAQuotedLineIsNoAnswer() {
        assertThat(NewText.of(
                        "Yes.\n\n> Does it work now that we have sent you the new part for the printer in\nyour office\n"
                                + "> or not?"))
                .isEqualTo("Yes.");
    }

    @Test
    void whatAMailingListPutsBelowTheQuotationIsNoAnswer() {
        assertThat(NewText.of("Yes.\n\nOn 3 March 2026 Support wrote:\n> Does it work?\n"
                        + "_______________________________________________\nusers mailing list\nusers@example.org"))
                .isEqualTo("Yes.");
    }

    @Test
    void anAttributionThatIsQuotedTooIsLeftOut() {
        assertThat(NewText.of(
                        "Yes.\n\nSent from my iPhone\n\n> On 3 Mar 2026, at 10:15, Support <s@example.org> wrote:\n>\n"
                                + "> \uFEFFDoes it work?"))
                .isEqualTo("Yes.");
    }

    @Test
    void textWithoutQuotationIsUntouched() {
        String text = "Hello,\n\nmy order: 4711\nFrom here it looks fine.\n\n  - one\n  - two\n\nThanks\nJane";
        assertThat(NewText.of(text)).isEqualTo(text);
    }

    @Test
    void aLineThatMailFoldersQuotedIsTheSenders() {
        String text = "Hello,\n\n>From tomorrow on I am away.\n\nJane";
        assertThat(NewText.of(text)).isEqualTo(text);
    }

    @Test
    void theShorterOfTextAndHtmlIsTaken() {
        assertThat(NewText.ofBoth(
                        "Yes!\n\nin tongues nobody knows:\nDoes it *work*?",
                        "Yes!\n\n" + Lines.OLD + "\nDoes it work?"))
                .isEqualTo("Yes!");
        assertThat(NewText.ofBoth("Yes.\n\nOn 3 March 2026 Support wrote:\n> Does it work?", "Yes.\n\nDoes it work?"))
                .isEqualTo("Yes.");
    }

    @Test
    void noAnswerIsLostForBeingShorter() {
        String text =
                "See below.\n\nOn 3 March 2026 Support wrote:\n> Does it work?\nYes, well.\n> Since when?\nToday.";
        assertThat(NewText.ofBoth(text, "See below.")).isEqualTo(text);
        assertThat(NewText.ofBoth("This mail is in HTML.", "My printer smokes and smells."))
                .isEqualTo("My printer smokes and smells.");
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
