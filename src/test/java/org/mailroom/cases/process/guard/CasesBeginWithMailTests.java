package org.mailroom.cases.process.guard;

import static org.mailroom.cases.process.guard.GuardedHouse.ADMIN;

import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.CaseRefusal.Reason;
import org.mailroom.cases.process.guard.EngineClient.Way;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody starts a case without a mail. */
class CasesBeginWithMailTests extends GuardedCase {

    @Autowired
    RuntimeService runtime;

    @Test
    void nobodyStartsACaseByHand() {
        closed(() -> as(Way.REST, ADMIN).post("/process-definition/key/case/start", "{}"));
        refusedByTheEngine(Reason.NO_CASES, ADMIN, () -> runtime.startProcessInstanceByKey("case"));
    }
}
