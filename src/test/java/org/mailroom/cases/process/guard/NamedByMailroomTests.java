package org.mailroom.cases.process.guard;

import static org.mailroom.cases.process.guard.GuardedHouse.COLLEAGUE;
import static org.mailroom.cases.process.guard.GuardedHouse.OWNER;

import org.junit.jupiter.api.Test;
import org.mailroom.cases.process.guard.EngineClient.Way;

/** What a list of tasks shows is written by Mailroom alone. */
class NamedByMailroomTests extends GuardedCase {

    @Test
    void mailroomNamesTheTasks() {
        refused(403, "Forward the case", () -> as(Way.REST, OWNER).put(task, changed("owner", quoted(COLLEAGUE))));
        refused(403, "not changed this way", () -> as(Way.REST, OWNER).put(task, changed("name", "\"Mine\"")));
    }
}
