package org.mailroom.cases.process.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailroom.cases.process.guard.GuardedHouse.OWNER;

import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.CaseRefusal;
import org.springframework.beans.factory.annotation.Autowired;

/** What nobody thought of is refused. */
class NothingUnknownTests extends GuardedCase {

    @Autowired
    IdentityService identities;

    @Test
    void aCommandThatNoRuleKnowsIsRefused() {
        String id = play.task(number).getId();
        identities.setAuthenticatedUserId(OWNER);
        try {
            assertThatThrownBy(() -> tasks.setName(id, "Mine"))
                    .isInstanceOf(CaseRefusal.class)
                    .hasMessage("NOT_BY_HAND");
        } finally {
            identities.clearAuthentication();
        }
        assertThat(play.task(number).getName()).startsWith(number + " ");
    }
}
