package org.mailroom.engine.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailroom.engine.door.Role.ADMIN;
import static org.mailroom.engine.door.Role.AGENT;
import static org.mailroom.engine.door.Role.ANALYST;
import static org.mailroom.engine.door.Role.EVERYBODY;
import static org.mailroom.engine.door.Role.SUPERVISOR;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorListTests {

    private final DoorList list = new DoorList();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /task                              | AGENT SUPERVISOR ANALYST ADMIN",
                "GET    | /task/7/form                       | AGENT SUPERVISOR ADMIN",
                "POST   | /task/7/claim                      | AGENT SUPERVISOR ADMIN",
                "GET    | /process-instance/7/variables      | SUPERVISOR ADMIN",
                "PUT    | /job/7/retries                     | SUPERVISOR ADMIN",
                "POST   | /deployment/create                 | ANALYST ADMIN",
                "GET    | /version                           | ANALYST ADMIN",
                "POST   | /user/create                       | ADMIN",
                "POST   | /authorization/create              | ADMIN",
                "GET    | /engine                            | EVERYBODY AGENT SUPERVISOR ANALYST ADMIN",
                "GET    | /user/me/profile                   | EVERYBODY AGENT SUPERVISOR ANALYST ADMIN",
                "PUT    | /user/me/credentials               | EVERYBODY AGENT SUPERVISOR ANALYST ADMIN",
                "PUT    | /user/you/credentials              | ADMIN",
            })
    void eachRoleMayDoItsWork(String method, String path, String who) {
        Set<Role> expected = EnumSet.noneOf(Role.class);
        List.of(who.split(" ")).forEach(role -> expected.add(Role.valueOf(role)));

        assertThat(whoMay(method, path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PUT /job/7/suspended",
                "PUT /job/7/duedate",
                "DELETE /job/7",
                "POST /signal",
                "POST /message",
                "POST /telemetry/configuration",
                "GET /metrics",
                "GET /task/7/comment",
                "DELETE /task/7/comment/8",
                "GET /task/7/attachment",
                "DELETE /task/7/attachment/8",
                "GET /identity/groups",
                "GET /task",
                "GET /filter"
            })
    void aLoginWithoutAGroupMayDoNothingOfThis(String call) {
        assertThat(whoMay(call.split(" ")[0], call.split(" ")[1])).doesNotContain(EVERYBODY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE /process-instance/7",
                "POST /process-instance/delete",
                "POST /process-instance/7/modification",
                "POST /modification/execute",
                "POST /migration/execute",
                "DELETE /deployment/7",
                "DELETE /process-definition/7",
                "PUT /process-definition/7/suspended",
                "PUT /process-definition/suspended",
                "DELETE /job/7",
                "PUT /job/suspended",
                "POST /job/retries",
                "DELETE /history/process-instance/7",
                "POST /history/process-instance/delete",
                "POST /history/cleanup",
                "POST /task/7/bpmnError",
                "POST /task/7/bpmnEscalation",
                "POST /task/7/identity-links",
                "PUT /task/7/variables/x",
                "DELETE /task/7",
                "POST /signal",
                "POST /message",
                "POST /condition",
                "POST /execution/7/signal",
                "POST /external-task/fetchAndLock",
                "POST /telemetry/configuration",
                "POST /schema/log",
                "PATCH /task/7",
                "TRACE /task"
            })
    void nobodyMayDoWhatLosesACaseOrIsNotNeeded(String call) {
        assertThat(whoMay(call.split(" ")[0], call.split(" ")[1])).isEmpty();
    }

    @Test
    void aPathOfTheListIsMatchedLetterByLetterAndPartByPart() {
        assertThat(whoMay("GET", "/Task")).isEmpty();
        assertThat(whoMay("GET", "/task/7/form/8")).isEmpty();
        assertThat(whoMay("GET", "/engine/other/task")).isEmpty();
        assertThat(whoMay("GET", "/camunda/api/engine/task")).isEmpty();
        assertThat(whoMay("GET", "/camunda/api/cockpit/plugin/base/default")).isEmpty();
    }

    @Test
    void whoHasSeveralRolesMayDoWhatEachOfThemMay() {
        assertThat(Role.of(List.of("inbox-support", "analysts"))).containsOnly(EVERYBODY, AGENT, ANALYST);
        assertThat(Role.of(List.of("supervisors", "camunda-admin"))).containsOnly(EVERYBODY, SUPERVISOR, ADMIN);
        assertThat(Role.of(List.of("legal"))).containsOnly(EVERYBODY, AGENT);
        assertThat(Role.of(List.of())).containsOnly(EVERYBODY);
    }

    @Test
    void everySentenceOfTheListIsAMessage() {
        assertThat(list.rules().stream().map(DoorRule::sentence).filter(Objects::nonNull))
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(
                                ResourceBundle.getBundle("messages").containsKey(sentence))
                        .as(sentence)
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /task", "GET task agent", "GET /task agent door.x more"})
    void aLineThatCannotBeReadIsNamed(String line) {
        assertThatThrownBy(() -> DoorRule.parse(line)).hasMessageContaining(line);
    }

    private Set<Role> whoMay(String method, String path) {
        Set<Role> who = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (list.admits(new EngineCall(method, path), EnumSet.of(EVERYBODY, role), "me")) {
                who.add(role);
            }
        }
        return who;
    }
}
