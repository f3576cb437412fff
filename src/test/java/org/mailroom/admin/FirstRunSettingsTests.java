package org.mailroom.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.inbox.EscalationRule;
import org.mailroom.inbox.EscalationRule.Action;
import org.mailroom.inbox.InboxKey;
import org.mailroom.mailbox.MailboxAccount;
import org.mailroom.mailserver.Login.Password;
import org.mailroom.mailserver.MailServer;
import org.mailroom.mailserver.Security;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class FirstRunSettingsTests {

    private static final String FIRST = "mailroom.first-run.inboxes[0].";

    private final Map<String, String> settings = new TreeMap<>(Map.of(
            FIRST + "key",
            "support",
            FIRST + "name",
            "Support",
            FIRST + "address",
            "support@mailroom.localhost",
            FIRST + "case-prefix",
            "SUP",
            "mailroom.first-run.people[0].id",
            "ada",
            "mailroom.first-run.people[0].name",
            "Ada Admin",
            "mailroom.first-run.people[0].email",
            "ada@staff.localhost",
            "mailroom.first-run.people[0].password",
            "very secret"));

    @Test
    void whatIsNotSaidIsSensible() {
        read(read -> {
            InboxToAdd inbox = read.inboxes().get(0);
            assertThat(inbox.confirms()).isTrue();
            assertThat(inbox.summarises()).isFalse();
            assertThat(inbox.addsContacts()).isTrue();
            assertThat(inbox.target()).isEqualTo(Duration.ofHours(24));
            assertThat(inbox.reopenWindow()).isEqualTo(Duration.ofDays(14));
            assertThat(inbox.mailbox()).isNull();
            assertThat(inbox.rules()).isEmpty();
            assertThat(read.people().get(0).groups()).isEmpty();
        });
    }

    @Test
    void withoutSettingsThereIsNothingToAdd() {
        settings.clear();

        read(read -> assertThat(read).isEqualTo(new FirstRunSettings(List.of(), List.of())));
    }

    @Test
    void aMailboxIsNamedAfterItsInboxAndUsesTheUsualPort() {
        settings.put(FIRST + "mailbox.host", "mail.example");
        settings.put(FIRST + "mailbox.username", "support");
        settings.put(FIRST + "mailbox.password", "very secret");

        read(read -> assertThat(read.inboxes().get(0).mailbox().account(new InboxKey("support")))
                .isEqualTo(MailboxAccount.imap(
                        "support",
                        new InboxKey("support"),
                        new MailServer("mail.example", 993, Security.TLS, null),
                        new Password("support", "very secret"))));
    }

    @Test
    void anEscalationRuleMayComeBeforeTheDueDate() {
        settings.put(FIRST + "escalation[0].level", "1");
        settings.put(FIRST + "escalation[0].delay", "-30m");
        settings.put(FIRST + "escalation[0].action", "raise-priority");

        read(read -> assertThat(read.inboxes().get(0).rules())
                .containsExactly(new EscalationRule(1, Duration.ofMinutes(-30), Action.RAISE_PRIORITY, null)));
    }

    @ParameterizedTest
    @CsvSource({
        "inboxes[0].key, Support Team, lower-case letters",
        "inboxes[0].address, nobody, is no e-mail address",
        "inboxes[0].name, '', what people call the inbox",
        "inboxes[0].case-prefix, sup, capital letters",
        "inboxes[0].target, 0s, a minute or longer",
        "inboxes[0].reopen-window, -1d, cannot be negative",
        "inboxes[0].mailbox.username, x, the mail server's name",
        "inboxes[0].escalation[0].level, 12, a number from 1 to 9",
        "inboxes[0].escalation[0].action, reassign, whom the case goes to",
        "people[0].id, 'a b', letters",
        "people[0].email, nobody, is no e-mail address",
        "people[0].password, '', is missing"
    })
    void aBadSettingStopsTheStartWithASentence(String name, String value, String sentence) {
        settings.put("mailroom.first-run." + name, value);

        runner().run(context ->
                assertThat(context.getStartupFailure()).rootCause().hasMessageContaining(sentence));
    }

    @Test
    void noPasswordIsEverWritten() {
        settings.put(FIRST + "mailbox.host", "mail.example");
        settings.put(FIRST + "mailbox.username", "support");
        settings.put(FIRST + "mailbox.password", "very secret");

        read(read -> assertThat(read.toString()).doesNotContain("very secret"));
    }

    private void read(org.assertj.core.api.ThrowingConsumer<FirstRunSettings> check) {
        runner().run(context -> {
            assertThat(context).hasNotFailed();
            check.accept(context.getBean(FirstRunSettings.class));
        });
    }

    private ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                .withUserConfiguration(Binding.class)
                .withPropertyValues(settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    @EnableConfigurationProperties(FirstRunSettings.class)
    static class Binding {}
}
