package org.mailroom.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.Inboxes;
import org.mailroom.message.Attachment;
import org.mailroom.message.Content;
import org.mailroom.message.MessageId;
import org.mailroom.message.SignedMessageIds;
import org.mailroom.message.SignedReferences;
import org.mailroom.message.ThreadIndex;
import org.mailroom.outbox.sending.OutboxSettings;
import org.mailroom.outbox.smtp.Recipients;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MailroomTest
class ComposerTests {

    @Autowired
    Composer composer;

    @Autowired
    SignedMessageIds signedIds;

    @Autowired
    SignedReferences references;

    @Autowired
    Inboxes inboxes;

    @Autowired
    Recipients recipients;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void openInbox() {
        Drafts.openInbox(jdbc);
    }

    @Test
    void itComesFromTheInbox() throws Exception {
        var from = (InternetAddress) read(Drafts.to("a@customer.example")).getFrom()[0];

        assertThat(from.getAddress()).isEqualTo("outbox-test@mailroom.localhost");
        assertThat(from.getPersonal()).isEqualTo("Grüße & Outbox");
    }

    @Test
    void theMessageIdCarriesTheCaseNumber() throws Exception {
        MimeMessage mail = read(Drafts.to("a@customer.example").ofCase(new CaseNumber("SUP-77")));

        String id = mail.getMessageID().substring(1, mail.getMessageID().length() - 1);
        assertThat(signedIds.wordOf(new MessageId(id))).hasValue("SUP-77");
        assertThat(id).endsWith("@mailroom.localhost");
    }

    @Test
    void aMailWithoutACaseCarriesNothing() throws Exception {
        ComposedMail mail = composer.compose(Drafts.to("a@customer.example").draft());

        assertThat(signedIds.wordOf(mail.id())).isEmpty();
        assertThat(mail.id().value()).endsWith("@mailroom.localhost");
    }

    @ParameterizedTest
    @EnumSource(names = {"ANSWER", "AUTOMATIC_ANSWER"})
    void whatACustomerGetsEndsWithTheReferenceOfItsCase(Draft.Kind kind) throws Exception {
        MimeMessage mail = read(Drafts.to("a@customer.example").kind(kind).ofCase(new CaseNumber("SUP-77")));

        assertThat(mail.getContent()).isEqualTo("A text\r\n\r\nRef. " + references.of("SUP-77") + "\r\n");
    }

    @Test
    void aNoticeHasNoReferenceAndAsksForNoAnswer() throws Exception {
        Drafts notice = Drafts.to("a@staff.example").kind(Draft.Kind.NOTICE).ofCase(new CaseNumber("SUP-77"));

        MimeMessage mail = read(composerThatAsksForAnswersToTheCase().compose(notice.draft()));

        assertThat(mail.getContent()).isEqualTo("A text");
        assertThat(mail.getHeader("Reply-To")).isNull();
    }

    @Test
    void anAnswerGoesToTheInboxUnlessTheMailServerDeliversAddressesOfCases() throws Exception {
        Drafts drafts = Drafts.to("a@customer.example").ofCase(new CaseNumber("SUP-77"));

        MimeMessage mail = read(composerThatAsksForAnswersToTheCase().compose(drafts.draft()));

        assertThat(read(drafts).getHeader("Reply-To")).isNull();
        var replyTo = (InternetAddress) mail.getReplyTo()[0];
        assertThat(replyTo.getAddress()).isEqualTo("outbox-test+" + references.of("SUP-77") + "@mailroom.localhost");
        assertThat(replyTo.getPersonal()).isEqualTo("Grüße & Outbox");
    }

    @Test
    void anAnswerContinuesTheThread() throws Exception {
        MimeMessage mail = read(Drafts.to("a@customer.example").answering("last@x", "first@x", "second@x"));

        assertThat(mail.getHeader("In-Reply-To", null)).isEqualToIgnoringWhitespace("<last@x>");
        assertThat(mail.getHeader("References", null)).isEqualToNormalizingWhitespace("<first@x> <second@x> <last@x>");
    }

    @Test
    void anAnswerContinuesTheConversationAsOutlookCountsIt() throws Exception {
        ThreadIndex customers = new ThreadIndex("Ac34/ZDJxwEGnKB6RoKPxoxNqxEdzw==");

        MimeMessage mail = read(Drafts.to("a@customer.example").inConversation(customers));

        ThreadIndex ours = ThreadIndex.of(mail.getHeader("Thread-Index", null)).orElseThrow();
        assertThat(ours.root()).isEqualTo(customers.root());
        assertThat(ours).isNotEqualTo(customers);
        assertThat(read(Drafts.to("a@customer.example")).getHeader("Thread-Index"))
                .isNull();
    }

    @Test
    void anAutomaticAnswerSaysSoAndWantsNoErrorReport() throws Exception {
        ComposedMail composed = composer.compose(Drafts.to("a@customer.example")
                .kind(Draft.Kind.AUTOMATIC_ANSWER)
                .draft());

        MimeMessage mail = read(composed);
        assertThat(composed.envelopeFrom()).isEmpty();
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-replied");
        assertThat(mail.getHeader("X-Auto-Response-Suppress", null)).isEqualTo("All");
        assertThat(mail.getHeader("Precedence", null)).isEqualTo("bulk");
        assertThat(signedIds.wordOf(
                        new MessageId(mail.getHeader("X-Mailroom-Loop", null).strip())))
                .hasValue("loop");
    }

    @Test
    void aNoticeSaysThatAMachineWroteIt() throws Exception {
        ComposedMail composed = composer.compose(
                Drafts.to("a@staff.example").kind(Draft.Kind.NOTICE).draft());

        MimeMessage mail = read(composed);
        assertThat(composed.envelopeFrom()).isEqualTo("outbox-test@mailroom.localhost");
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(mail.getHeader("X-Auto-Response-Suppress", null)).isEqualTo("OOF, AutoReply");
    }

    @Test
    void whatAPersonWroteIsNotMarkedAsAutomatic() throws Exception {
        MimeMessage mail = read(Drafts.to("a@customer.example"));

        assertThat(mail.getHeader("Auto-Submitted")).isNull();
        assertThat(mail.getHeader("X-Auto-Response-Suppress")).isNull();
        assertThat(mail.getHeader("X-Mailroom-Loop")).isNull();
        assertThat(mail.getHeader("Precedence")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hi\r\nBcc: victim@x.example",
                "Hi\nBcc: victim@x.example",
                "Hi\r\n\r\nbody",
                "Hi\u0000\u000B\u0085\u2028Bcc: victim@x.example",
                "=?utf-8?q?Hi=0D=0ABcc:_victim@x.example?=",
                "😀\r\nBcc: victim@x.example"
            })
    void aSubjectOrNameCannotAddAHeaderField(String hostile) throws Exception {
        MimeMessage mail = read(
                Drafts.to("x@y.example").toNamed("a@customer.example", hostile).subject(hostile));

        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getContent().toString()).isEqualToIgnoringNewLines("A text");
        assertThat(mail.getSubject()).startsWith(hostile.startsWith("=") ? "Hi\r\nBcc" : hostile.substring(0, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "😀", "ü ", "\t", "Re: "})
    void aSubjectOfTenThousandCharactersStaysWithinTheLinesOfMail(String part) throws Exception {
        ComposedMail composed = composer.compose(
                Drafts.to("a@customer.example").subject(part.repeat(10_000)).draft());

        assertThat(new String(composed.raw(), StandardCharsets.US_ASCII).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(998));
        assertThat(read(composed).getSubject()).doesNotContain("\uFFFD", "?").hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void textsThatLookLikeTagsLeaveAsTheyAre() throws Exception {
        String text = "{{case.number}} ${7*7} [[${7*7}]] <script>😀</script>\n.\nFrom here";

        MimeMessage mail =
                read(Drafts.to("a@customer.example").subject("${7*7}").text(text));

        assertThat(mail.getSubject()).isEqualTo("${7*7}");
        assertThat(mail.getContent()).isEqualTo(text.replace("\n", "\r\n"));
        assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
    }

    @Test
    void aBodyOfOneEndlessLineIsEncoded() throws Exception {
        ComposedMail composed = composer.compose(
                Drafts.to("a@customer.example").text("x".repeat(100_000)).draft());

        assertThat(new String(composed.raw(), StandardCharsets.US_ASCII).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(998));
        assertThat(read(composed).getContent()).isEqualTo("x".repeat(100_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "image/png", "message/rfc822", "multipart/mixed", "not a type\r\nX: y"})
    void anAttachmentLeavesByteForByte(String type) throws Exception {
        byte[] bytes = "line\nline\r\n\u0000\rFrom x\n.\n".getBytes(StandardCharsets.UTF_8);
        var file = new Attachment("Übersicht\r\nX: y.txt", type, Content.of(bytes), false, null);

        var parts = (MimeMultipart)
                read(Drafts.to("a@customer.example").attached(file)).getContent();

        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("A text");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(bytes);
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("Übersicht X: y.txt");
    }

    @Test
    void anInboxOfOurOwnIsNotWrittenTo() throws Exception {
        ComposedMail composed = composer.compose(Drafts.to("a@customer.example")
                .cc("OUTBOX-TEST@Mailroom.localhost")
                .draft());

        assertThat(composed.recipients()).containsExactly("a@customer.example");
        assertThat(read(composed).getRecipients(RecipientType.CC)).isNull();
    }

    @Test
    void theAddressOfACaseOfOurOwnIsNotWrittenTo() throws Exception {
        ComposedMail composed = composer.compose(Drafts.to("a@customer.example")
                .cc("outbox-test+SUP-77-k7x9q2w4@mailroom.localhost")
                .draft());

        assertThat(composed.recipients()).containsExactly("a@customer.example");
    }

    @Test
    void anAddressThatIsNoneIsLeftOut() throws Exception {
        ComposedMail composed = composer.compose(Drafts.to(
                        "a@customer.example",
                        "b@c.example>\r\nRCPT TO:<d@e.example",
                        "no address",
                        "a@b@c",
                        "undisclosed:;",
                        "all:b@c.example;")
                .draft());

        assertThat(composed.recipients()).containsExactly("a@customer.example");
    }

    @Test
    void aDomainOfOtherLettersLeavesInAscii() throws Exception {
        ComposedMail composed = composer.compose(Drafts.to("a@bücher.example").draft());

        assertThat(composed.recipients()).containsExactly("a@xn--bcher-kva.example");
        assertThat(Arrays.toString(read(composed).getAllRecipients())).isEqualTo("[a@xn--bcher-kva.example]");
    }

    private Composer composerThatAsksForAnswersToTheCase() {
        Duration any = Duration.ofSeconds(1);
        var settings = new OutboxSettings(false, 1, 0, any, any, 1, true, true, any, any, any);
        return new Composer(inboxes, recipients, signedIds, references, settings, Clock.systemUTC());
    }

    private MimeMessage read(Drafts drafts) throws Exception {
        return read(composer.compose(drafts.draft()));
    }

    private static MimeMessage read(ComposedMail mail) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.raw()));
    }
}
