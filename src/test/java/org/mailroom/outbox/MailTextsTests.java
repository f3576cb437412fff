package org.mailroom.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.inbox.InboxKey;
import org.mailroom.outbox.MailTexts.Kind;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MailroomTest
class MailTextsTests {

    private static final InboxKey INBOX = new InboxKey("mail-texts");

    @Autowired
    MailTexts texts;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void openInbox() {
        jdbc.sql(
                        "insert into inbox (key, name, address, case_prefix) values ('mail-texts', 'Texts', 't@mt.example', 'MT')")
                .update();
    }

    @AfterEach
    void closeInbox() {
        jdbc.sql("delete from mail_text where inbox_key = 'mail-texts'").update();
        jdbc.sql("delete from inbox where key = 'mail-texts'").update();
    }

    @Test
    void theConfirmationHasTheCaseNumberInItsSubject() {
        var text = texts.fill(Kind.CONFIRMATION, INBOX, Map.of("case.number", "SUP-1001", "case.subject", "No light"));

        assertThat(text.subject()).isEqualTo("[SUP-1001] We received your request: No light");
        assertThat(text.body()).contains("under the number SUP-1001");
    }

    @Test
    void theReplyIsTheAgentsTextHisNameAndTheQuote() {
        var text = texts.fill(
                Kind.REPLY,
                INBOX,
                Map.of("message.text", "We come.", "agent.name", "Sam", "inbox.name", "Support", "quote", "> When?"));

        assertThat(text.body()).isEqualTo("We come.\n\nSam\nSupport\n\n> When?\n");
    }

    @ParameterizedTest
    @EnumSource
    void everyShippedTextKnowsItsTags(Kind kind) {
        Map<String, String> values = new HashMap<>();
        kind.tags().forEach(tag -> values.put(tag, "a value"));

        assertThat(texts.fill(kind, INBOX, values).body()).contains("a value").doesNotContain("{{");
    }

    @ParameterizedTest
    @EnumSource
    void everyShippedTextCanDoWithoutValues(Kind kind) {
        assertThat(texts.fill(kind, INBOX, Map.of()).body()).doesNotContain("{{");
    }

    @Test
    void aValueIsNeverReadAsATag() {
        String hostile = "{{case.number}} ${7*7} [[${7*7}]] <b>&amp;</b>";
        var text = texts.fill(Kind.CONFIRMATION, INBOX, Map.of("case.number", "SUP-1", "case.subject", hostile));

        assertThat(text.subject()).endsWith(hostile);
    }

    @Test
    void aSubjectStaysOnOneLineWhateverItsValues() {
        var text = texts.fill(
                Kind.CONFIRMATION, INBOX, Map.of("case.subject", "a\r\nBcc: b@c.example" + "x".repeat(10_000)));

        assertThat(text.subject()).contains("a Bcc: b@c.examplexx").hasSize(250);
    }

    @Test
    void anInboxsOwnTextWins() {
        own("Your {{case.number}}", "{{#case.subject}}About {{case.subject}}{{/case.subject}}");

        var text = texts.fill(Kind.CONFIRMATION, INBOX, Map.of("case.number", "MT-1", "case.subject", "rain"));

        assertThat(text).isEqualTo(new MailTexts.Text("Your MT-1", "About rain"));
    }

    @Test
    void theShippedTextTakesThePlaceOfOneThatCannotBeUsed() {
        own("Hello", "{{case.nmber}}");

        var text = texts.fill(Kind.CONFIRMATION, INBOX, Map.of("case.number", "MT-1", "case.subject", "rain"));

        assertThat(text.subject()).isEqualTo("[MT-1] We received your request: rain");
        assertThat(text.body()).contains("under the number MT-1");
    }

    @Test
    void aTagThatTheKindMayNotUseIsNamed() {
        own("Hello", "{{case.nmber}}");

        assertThat(unusable()).contains("{{case.nmber}}", "case.number");
    }

    @Test
    void nothingReachesIntoTheProgram() {
        own("Hello", "{{#case.number}}{{class}}{{/case.number}}");

        assertThat(unusable()).contains("{{class}}");
    }

    @Test
    void anotherFileIsNotTakenIn() {
        own("Hello", "{{>application.yml}}");

        assertThat(unusable()).contains("{{>application.yml}}");
    }

    @Test
    void aTagLeftOpenIsNamed() {
        own("Hello", "{{#case.number}}");

        assertThat(unusable()).contains("case.number");
    }

    /** Why the inbox's own text is not used. */
    private @Nullable String unusable() {
        return texts.fill(Kind.CONFIRMATION, INBOX, Map.of("case.number", "MT-1"))
                .unusable();
    }

    private void own(String subject, String body) {
        jdbc.sql("insert into mail_text (inbox_key, kind, subject, body) values ('mail-texts', 'CONFIRMATION', :s, :b)")
                .param("s", subject)
                .param("b", body)
                .update();
    }
}
