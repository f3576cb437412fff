package org.mailroom.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailWordsTests {

    @Test
    void mailProgramsAreUnderstoodInFortyLanguages() {
        assertThat(MailWords.languages()).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void everySignatureHasOnePlaceForTheName() {
        assertThat(MailWords.PHONES)
                .allMatch(phone -> phone.chars().filter(each -> each == '*').count() == 1);
    }

    @Test
    void wordsAreWrittenAsTheyAreLookedFor() {
        assertThat(MailWords.OLD_MAIL).allMatch(words -> words.equals(MailWords.lower(words)));
        assertThat(MailWords.PHONES).allMatch(words -> words.equals(MailWords.lower(words)));
    }
}
