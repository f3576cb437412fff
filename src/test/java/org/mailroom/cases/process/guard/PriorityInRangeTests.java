package org.mailroom.cases.process.guard;

import static org.mailroom.cases.process.guard.GuardedHouse.OWNER;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.cases.process.guard.EngineClient.Way;

/** A priority is one that escalation can count with. */
class PriorityInRangeTests extends GuardedCase {

    @ParameterizedTest
    @ValueSource(strings = {"2147483647", "101", "-1"})
    void aPriorityIsFrom0To100(String priority) {
        refused(409, "A priority is a number from 0 to 100.", () -> as(Way.REST, OWNER)
                .put(task, changed("priority", priority)));
    }
}
