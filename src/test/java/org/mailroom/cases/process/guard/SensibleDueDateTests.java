package org.mailroom.cases.process.guard;

import static org.mailroom.cases.process.guard.GuardedHouse.OWNER;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.cases.process.guard.EngineClient.Way;

/** A case is always due, at a time that somebody can mean. */
class SensibleDueDateTests extends GuardedCase {

    @ParameterizedTest
    @EnumSource
    void aCaseKeepsASensibleDueDate(Way way) {
        EngineClient owner = as(way, OWNER);

        refused(409, "A case needs a due date.", () -> owner.put(task, changed("due", "null")));
        refused(
                409,
                "at most five years ahead",
                () -> owner.put(task, changed("due", "\"9999-01-01T00:00:00.000+0000\"")));
        refused(
                409,
                "at most one year back",
                () -> owner.put(task, changed("due", "\"1970-01-01T00:00:00.000+0000\"")));
    }
}
