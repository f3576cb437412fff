package org.mailroom.admin.inboxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.mailroom.inbox.EscalationRule;
import org.mailroom.inbox.EscalationRule.Action;
import org.mailroom.inbox.EscalationRules;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.Inboxes;
import org.mailroom.inbox.WhenClosed;
import org.mailroom.message.EmailAddress;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

@MailroomTest
class InboxSetupTests {

    private static final EscalationRule WHEN_DUE = new EscalationRule(1, Duration.ZERO, Action.NOTIFY, null);

    @Autowired
    InboxSetup setup;

    @Autowired
    Inboxes inboxes;

    @Autowired
    EscalationRules rules;

    @Autowired
    IdentityService identities;

    @Autowired
    FilterService filters;

    @Test
    void anInboxThatIsThereIsNotAddedAgainAndKeepsWhatItHas() {
        setup.add(inbox("setup-twice", "Setup twice", "SUT"), List.of(WHEN_DUE));

        assertThat(setup.add(inbox("setup-twice", "Another name", "SUX"), List.of()))
                .isFalse();

        assertThat(inboxes.get(new InboxKey("setup-twice")).name()).isEqualTo("Setup twice");
        assertThat(rules.of(new InboxKey("setup-twice"))).containsExactly(WHEN_DUE);
    }

    @Test
    void anInboxThatCannotBeAddedLeavesNothingBehind() {
        setup.add(inbox("setup-first", "Setup first", "SUF"), List.of());

        assertThatThrownBy(() -> setup.add(inbox("setup-second", "Setup second", "SUF"), List.of(WHEN_DUE)))
                .isInstanceOf(DuplicateKeyException.class);

        assertThat(inboxes.find(new InboxKey("setup-second"))).isEmpty();
        assertThat(identities.createGroupQuery().groupId("inbox-setup-second").count())
                .isZero();
    }

    @Test
    void aNameThatIsTakenChangesNeitherTheInboxNorItsFilter() {
        setup.add(inbox("setup-one", "Setup one", "SUA"), List.of());
        setup.add(inbox("setup-two", "Setup two", "SUB"), List.of());

        assertThatThrownBy(() -> setup.change(inbox("setup-two", "Setup one", "SUB")))
                .isInstanceOf(DuplicateKeyException.class);

        assertThat(inboxes.get(new InboxKey("setup-two")).name()).isEqualTo("Setup two");
        assertThat(filters.createTaskFilterQuery().filterName("Setup two").count())
                .isOne();
    }

    private static Inbox inbox(String key, String name, String prefix) {
        return new Inbox(
                new InboxKey(key),
                name,
                EmailAddress.of(key + "@mailroom.localhost"),
                prefix,
                null,
                true,
                false,
                true,
                Duration.ofDays(1),
                Duration.ofDays(14),
                WhenClosed.REOPEN);
    }
}
