package org.mailroom.cases.process.guard;

import static org.mailroom.cases.process.guard.GuardedHouse.ADMIN;
import static org.mailroom.cases.process.guard.GuardedHouse.NOBODY;
import static org.mailroom.cases.process.guard.GuardedHouse.OWNER;
import static org.mailroom.cases.process.guard.GuardedHouse.SUPERVISOR;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.CaseRefusal.Reason;
import org.mailroom.cases.process.guard.EngineClient.Way;
import org.springframework.beans.factory.annotation.Autowired;

/** Jobs that belong to no case are no matter of agents and supervisors. */
class JobsOfTheHouseTests extends GuardedCase {

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Test
    void onlyAdminsChangeThem() {
        String job = history.cleanUpHistoryAsync(true).getId();

        for (String person : List.of(NOBODY, OWNER, SUPERVISOR)) {
            refusedByTheEngine(Reason.ADMINS_ONLY, person, () -> management.setJobRetries(job, 3));
            refusedByTheEngine(Reason.ADMINS_ONLY, person, () -> management.setJobDuedate(job, new Date()));
            refusedByTheEngine(Reason.ADMINS_ONLY, person, () -> management.suspendJobById(job));
            refusedByTheEngine(Reason.NOT_BY_HAND, person, () -> management.deleteJob(job));
            closed(() -> as(Way.REST, person).put("/job/" + job + "/suspended", "{\"suspended\":true}"));
        }
        inTheNameOf(ADMIN, () -> management.setJobRetries(job, 3));
    }
}
