package org.mailroom.intake.threading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.intake.Eml;
import org.mailroom.intake.mime.MailReader;
import org.mailroom.intake.mime.ReadMail;
import org.mailroom.intake.report.Bounce;
import org.mailroom.message.MessageId;

class CluesTests {

    @Test
    void theAnsweredMessageComesFirstThenItsAncestorsFromTheNewestToTheOldest() {
        ReadMail mail = read(
                Eml.of("From: a@example.org", "In-Reply-To: <c@x>", "References: <a@x> <b@x>", " <c@x>", "", "Hello"));

        assertThat(Clues.of(mail, null).related()).extracting(MessageId::value).containsExactly("c@x", "b@x", "a@x");
    }

    @Test
    void aReportIsRelatedToTheMailThatItIsAbout() {
        Bounce bounce = new Bounce(List.of(), new MessageId("told-in-words@x"));

        assertThat(Clues.of(read(Eml.file("bounce")), bounce).related())
                .extracting(MessageId::value)
                .containsExactly("our-mail@mailroom.localhost", "told-in-words@x");
    }

    @Test
    void aMailThatAnswersNothingIsRelatedToNothing() {
        assertThat(Clues.of(read(Eml.file("plain")), null).related()).isEmpty();
    }

    private static ReadMail read(byte[] raw) {
        return new MailReader().read(new MessageId("kept@example.org"), raw, address -> false);
    }
}
