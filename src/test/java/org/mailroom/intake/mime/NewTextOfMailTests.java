package org.mailroom.intake.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mailroom.intake.Eml;
import org.mailroom.message.Message;
import org.mailroom.message.MessageId;

class NewTextOfMailTests {

    @Test
    void aMailInBothFormsKeepsItsPlainText() {
        assertThat(read("quote-gmail-both").newText()).isEqualTo("It works now, see https://example.org/photo\n\nJane");
    }

    @Test
    void whatTheTextDoesNotTellTheHtmlDoes() {
        assertThat(read("quote-unknown-tongue").newText()).isEqualTo("It works *now*.");
    }

    @Test
    void aMailInHtmlAloneIsCutWhereItsProgramSays() {
        assertThat(read("quote-outlook-html").newText()).isEqualTo("Hallo,\n\njetzt geht es.\nJane");
        assertThat(read("quote-outlook-html").text()).contains("Bitte aus- und einschalten.");
    }

    private static Message read(String name) {
        return new MailReader()
                .read(new MessageId("kept@mailroom.localhost"), Eml.file(name), address -> false)
                .message();
    }
}
