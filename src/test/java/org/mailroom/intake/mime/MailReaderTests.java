package org.mailroom.intake.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.intake.Eml;
import org.mailroom.message.Attachment;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.Message;
import org.mailroom.message.MessageId;

class MailReaderTests {

    private static final MessageId ID = new MessageId("kept@example.org");

    @Test
    void aPlainMailIsReadAsItWasWritten() {
        Message message = read("plain");

        assertThat(message.id()).isEqualTo(ID);
        assertThat(message.from()).isEqualTo(new EmailAddress("jane@example.org", "Jane Doe"));
        assertThat(message.to()).containsExactly(EmailAddress.of("support@mailroom.localhost"));
        assertThat(message.subject()).isEqualTo("The printer is on fire");
        assertThat(message.sent()).isEqualTo(Instant.parse("2026-03-03T09:15:00Z"));
        assertThat(message.text()).isEqualTo("Hello,\n\nit burns. Grüße");
        assertThat(message.html()).isNull();
        assertThat(message.attachments()).isEmpty();
        assertThat(message.warnings()).isEmpty();
    }

    @Test
    void aMailThatHasOnlyHtmlIsReadableAsText() {
        Message message = read("html-only");

        assertThat(message.text()).isEqualTo("Dear team,\n\none & two\nthree\n\n- apples\n- pears");
        assertThat(message.html()).contains("<li>apples</li>").doesNotContain("script", "style", "Unseen", "alert");
    }

    @Test
    void ofTwoFormsBothAreKept() {
        Message message = read("alternative");

        assertThat(message.text()).isEqualTo("Schöne Grüße – 200 €");
        assertThat(message.html()).contains("<b>200 €</b>");
    }

    @Test
    void partsInPartsAreFoundAndToldApart() {
        Message message = read("nested");

        assertThat(message.text()).isEqualTo("See the picture.\nA footer of the list.");
        assertThat(message.html())
                .contains("See the picture", "A footer of the list.")
                .doesNotContain("preamble");
        assertThat(message.attachments())
                .extracting(Attachment::name, Attachment::type, Attachment::inline, Attachment::contentId)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("logo.png", "image/png", true, "logo@example"),
                        org.assertj.core.groups.Tuple.tuple("Rechnung März.pdf", "application/pdf", false, null));
    }

    @Test
    void anImageIsInlineBecauseTheHtmlShowsItWhateverItsPartSays() {
        assertThat(read("nested").attachments().get(0).inline()).isTrue();
        assertThat(read("nested").html()).contains("src=\"cid:logo%40example\"");
    }

    @Test
    void anAttachedMailIsKeptByteForByteUnderItsSubject() {
        Attachment attached = read("attached-mail").attachments().get(0);

        assertThat(attached.name()).isEqualTo("The original ☃.eml");
        assertThat(attached.type()).isEqualTo("message/rfc822");
        assertThat(new String(attached.content().bytes(), StandardCharsets.US_ASCII))
                .startsWith("Received: from a by b\r\nFrom: Carl")
                .endsWith("DKIM-Signature: v=1;  b=abc\r\n   def\r\n\r\nBody with  two  spaces   \r\nand a tab\t.");
        assertThat(read("attached-mail").text()).isEqualTo("Please see the attached mail.");
    }

    @Test
    void brokenBase64IsReadAsFarAsItGoesAndSaidToBeBroken() {
        Message message = read("broken-base64");

        assertThat(message.text()).isEqualTo("Hello world!");
        assertThat(message.attachments().get(0).content().bytes()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2);
        assertThat(message.warnings()).containsExactly(Warnings.ENCODING);
    }

    @Test
    void aMailThatWasCutOffIsReadAsFarAsItGoes() {
        assertThat(read("no-end-boundary").text()).isEqualTo("The end is mis");
    }

    @Test
    void aMailWithoutTheBoundaryThatItPromisesIsShownAsText() {
        Message message = read("no-boundary");

        assertThat(message.text()).isEqualTo("There are no parts here, only words.");
        assertThat(message.warnings()).containsExactly(Warnings.STRUCTURE);
    }

    @Test
    void anUnknownCharacterSetIsReadAsUtf8() {
        Message message = read("unknown-charset");

        assertThat(message.text()).isEqualTo("Grüße aus Köln");
        assertThat(message.warnings()).containsExactly(Warnings.CHARSET);
    }

    @Test
    void aWrongCharacterSetIsReadInTheOneThatFits() {
        Message message = read("wrong-charset");

        assertThat(message.text()).isEqualTo("Grüße");
        assertThat(message.warnings()).containsExactly(Warnings.CHARSET);
    }

    @Test
    void japaneseMailIsRead() {
        assertThat(read("japanese").subject()).isEqualTo("日本");
        assertThat(read("japanese").text()).isEqualTo("日本");
    }

    @Test
    void bytesInHeaderFieldsThatShouldHaveBeenEncodedAreRead() {
        assertThat(read("raw-8bit-header").subject()).isEqualTo("Grüße");
        assertThat(read("raw-8bit-header").cc()).containsExactly(new EmailAddress("mueller@example.org", "Müller"));
    }

    @Test
    void aCharacterThatIsSplitOverTwoEncodedWordsIsRead() {
        assertThat(read("split-character").subject()).isEqualTo("Grüße 😀 <3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "only-header"})
    void aMailWithoutContentIsAMessageAllTheSame(String name) {
        Message message = read(name);

        assertThat(message.text()).isEmpty();
        assertThat(message.newText()).isEmpty();
        assertThat(message.html()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "no-from", "garbage"})
    void aMailWithoutSenderHasAPlaceholder(String name) {
        assertThat(read(name).from()).isEqualTo(MailReader.NOBODY);
        assertThat(read(name).warnings()).contains(Warnings.SENDER);
    }

    @Test
    void expressionsAreOnlyCharacters() {
        Message message = read("hostile-text");

        assertThat(message.subject()).isEqualTo("${7*7} [[${7*7}]] #{7*7} <b>x</b> 😀");
        assertThat(message.text()).startsWith("${7*7} [[${7*7}]] <b> 😀");
    }

    @Test
    void hostileHtmlIsHarmlessAfterwards() {
        assertThat(read("hostile-text").html())
                .doesNotContain("onclick", "onerror", "onload", "javascript:", "<svg", "<form", "<input", "<iframe")
                .contains("data-remote-src=\"http://tracker.example/p.gif\"")
                .doesNotContain(" src=")
                .contains("&lt;b&gt;", "https://example.org/");
    }

    @Test
    void noControlCharacterIsLeft() {
        Message message = read("nul");

        assertThat(message.subject()).isEqualTo("A B");
        assertThat(message.text()).isEqualTo("Beforeafter");
    }

    @Test
    void lineEndsInHeaderFieldsMakeNoNewFields() {
        Message message = read("crlf-in-header");

        assertThat(message.subject()).isEqualTo("First Bcc: victim@example.org");
        assertThat(message.from()).isEqualTo(new EmailAddress("jane@example.org", "Jane X-Evil: 1"));
    }

    @Test
    void aSubjectOfTenThousandCharactersIsCut() {
        Message message = read(Eml.of("From: a@example.org", "Subject: " + "😀".repeat(5_000), "", "Hi"));

        assertThat(message.subject()).isEqualTo("😀".repeat(250));
        assertThat(message.warnings()).containsExactly(Warnings.SUBJECT);
    }

    @Test
    void anAnswerKnowsItsAncestorsAndWhatIsNewInIt() {
        Message message = read("outlook-reply");

        assertThat(message.inReplyTo()).isEqualTo(new MessageId("sent-1@mailroom.localhost"));
        assertThat(message.references())
                .containsExactly(new MessageId("first@example.org"), new MessageId("sent-1@mailroom.localhost"));
        assertThat(message.newText()).isEqualTo("Danke, jetzt geht es.\n\nViele Grüße\nJane");
        assertThat(message.text()).contains("Bitte aus- und einschalten.");
    }

    @Test
    void fileNamesAreReadHoweverTheyAreEncodedAndNeverArePaths() {
        assertThat(read("rfc2231-name").attachments())
                .extracting(Attachment::name)
                .containsExactly("€ plain ü.pdf", "ä.pdf", "passfdp.exe");
    }

    @Test
    void anInvitationIsAFileBesideTheText() {
        Message message = read("calendar");

        assertThat(message.text()).isEqualTo("You are invited.");
        assertThat(message.attachments())
                .extracting(Attachment::name, Attachment::type)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("attachment-1.ics", "text/calendar"));
    }

    @Test
    void aReportNamesTheMailsThatItIsAbout() {
        assertThat(mail("bounce").reportType()).isEqualTo("delivery-status");
        assertThat(mail("bounce").reported()).containsExactly(new MessageId("our-mail@mailroom.localhost"));
        assertThat(mail("read-receipt").reportType()).isEqualTo("disposition-notification");
        assertThat(mail("read-receipt").reported()).containsExactly(new MessageId("our-mail@mailroom.localhost"));
        assertThat(mail("attached-mail").reported()).isEmpty();
    }

    @Test
    void anAnswerNeverGoesToUsWhateverReplyToSays() {
        Message message = read(Eml.of(
                "From: jane@example.org", "Reply-To: Us <US@example.com>, friend@example.org", "Subject: x", "", "Hi"));

        assertThat(message.replyTo()).containsExactly(EmailAddress.of("friend@example.org"));
        assertThat(message.requester()).isEqualTo(EmailAddress.of("friend@example.org"));
    }

    @Test
    void aDateThatCannotBeIsLeftOut() {
        Message message = read(Eml.of("From: a@example.org", "Date: yesterday, I think", "", "Hi"));

        assertThat(message.sent()).isNull();
        assertThat(message.warnings()).containsExactly(Warnings.DATE);
    }

    @Test
    void morePartsThanAllowedAreLeftOut() {
        String part = "--m\r\nContent-Type: application/pdf\r\n\r\nx\r\n";
        Message message = read(Eml.of(
                "From: a@example.org", "Content-Type: multipart/mixed; boundary=m", "", part.repeat(3_000) + "--m--"));

        assertThat(message.attachments()).hasSize(ReadingLimits.DEFAULT.parts());
        assertThat(message.warnings()).containsExactly(Warnings.PARTS);
    }

    @Test
    void partsThatAreNestedTooDeeplyAreOneFile() {
        StringBuilder mail = new StringBuilder("From: a@example.org\r\n");
        for (int depth = 0; depth < 1_000; depth++) {
            mail.append("Content-Type: multipart/mixed; boundary=b" + depth + "\r\n\r\n--b" + depth + "\r\n");
        }
        Message message = read(mail.append("\r\nthe core\r\n").toString().getBytes(StandardCharsets.UTF_8));

        assertThat(message.warnings()).containsExactly(Warnings.DEPTH);
        assertThat(message.attachments()).hasSize(1);
        assertThat(new String(message.attachments().get(0).content().bytes(), StandardCharsets.UTF_8))
                .contains("the core");
    }

    @Test
    void aTextThatIsTooLongToShowIsAttachedWhole() {
        Message message = read(Eml.of("From: a@example.org", "", "x".repeat(1_500_000)));

        assertThat(message.text()).hasSize(1_000_000);
        assertThat(message.attachments().get(0).content().size()).isGreaterThanOrEqualTo(1_500_000);
        assertThat(message.warnings()).containsExactly(Warnings.LONG_TEXT);
    }

    @Test
    void aThousandReferencesAreCutToTheRootAndTheNearest() {
        StringBuilder references = new StringBuilder("References:");
        for (int number = 0; number < 1_000; number++) {
            references.append("\r\n <" + number + "@example.org>");
        }
        List<MessageId> read = read(Eml.of("From: a@example.org", references.toString(), "", "Hi"))
                .references();

        assertThat(read).hasSize(100);
        assertThat(read.get(0).value()).isEqualTo("0@example.org");
        assertThat(read.get(99).value()).isEqualTo("999@example.org");
    }

    private static Message read(String name) {
        return mail(name).message();
    }

    private static Message read(byte[] raw) {
        return new MailReader()
                .read(ID, raw, address -> address.key().equals("us@example.com"))
                .message();
    }

    private static ReadMail mail(String name) {
        return new MailReader().read(ID, Eml.file(name), address -> false);
    }
}
