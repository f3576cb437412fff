package org.mailroom.cases.process.guard;

import static org.mailroom.cases.process.guard.GuardedHouse.ADMIN;
import static org.mailroom.cases.process.guard.GuardedHouse.NOBODY;
import static org.mailroom.cases.process.guard.GuardedHouse.OWNER;
import static org.mailroom.cases.process.guard.GuardedHouse.SUPERVISOR;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.process.guard.EngineClient.Way;
import org.springframework.beans.factory.annotation.Autowired;

/** Jobs that belong to no case are no matter of agents and supervisors. */
class JobsOfTheHouseTests extends GuardedCase {

    @Autowired
    HistoryService history;

    @Test
    void theJobsOfTheHouseAreForAdmins() {
        String job = "/job/" + history.cleanUpHistoryAsync(true).getId();

        for (String person : List.of(NOBODY, OWNER, SUPERVISOR)) {
            EngineClient client = as(Way.REST, person);
            refused(403, "Only admins may do this.", () -> client.put(job + "/retries", "{\"retries\":3}"));
            refused(403, "Only admins may do this.", () -> client.put(job + "/suspended", "{\"suspended\":true}"));
            refused(403, "Only admins may do this.", () -> client.put(job + "/duedate", "{\"duedate\":null}"));
            refused(403, "not changed this way", () -> client.delete(job));
        }
        done(as(Way.REST, ADMIN).put(job + "/retries", "{\"retries\":3}"));
    }
}
