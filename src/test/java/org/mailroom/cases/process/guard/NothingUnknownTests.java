package org.mailroom.cases.process.guard;

import static org.mailroom.cases.process.guard.GuardedHouse.ADMIN;
import static org.mailroom.cases.process.guard.GuardedHouse.OWNER;

import org.junit.jupiter.api.Test;
import org.mailroom.cases.CaseRefusal.Reason;

/** What nobody thought of is refused. */
class NothingUnknownTests extends GuardedCase {

    @Test
    void aCommandThatNoRuleKnowsIsRefused() {
        refusedByTheEngine(Reason.NOT_BY_HAND, OWNER, () -> tasks.setName(taskId(), "Mine"));
        refusedByTheEngine(Reason.NOT_BY_HAND, ADMIN, () -> tasks.setDescription(taskId(), "Mine"));
    }
}
