package org.mailroom.cases.process.guard;

import static org.mailroom.cases.process.guard.GuardedHouse.ADMIN;

import org.junit.jupiter.api.Test;
import org.mailroom.cases.process.guard.EngineClient.Way;

/** Nobody starts a case without a mail. */
class CasesBeginWithMailTests extends GuardedCase {

    @Test
    void nobodyStartsACaseByHand() {
        refused(403, "A case begins with a mail.", () -> as(Way.REST, ADMIN)
                .post("/process-definition/key/case/start", "{}"));
    }
}
