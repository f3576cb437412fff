package org.mailroom.cases.process.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.cases.process.guard.GuardedHouse.OWNER;
import static org.mailroom.cases.process.guard.GuardedHouse.SUPERVISOR;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.process.guard.EngineClient.Way;

/** Supervisors repair a running case in Cockpit, agents do not. */
class SupervisorsRepairTests extends GuardedCase {

    @Test
    void aSupervisorRepairsAVariableAndAnAgentDoesNot() {
        String value = "{\"value\":\"guarded\",\"type\":\"String\"}";

        Map<String, Object> before = guarded.seen(number);
        assertThat(as(Way.REST, OWNER).put(instance + "/variables/inbox", value).status())
                .isEqualTo(403);
        assertThat(guarded.seen(number)).isEqualTo(before);

        done(as(Way.REST, SUPERVISOR).put(instance + "/variables/inbox", value));
    }
}
