package org.mailroom.insight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.access.Visitor;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What Cockpit asks for its page of human tasks. */
@MailroomTest
class HumanTasksTests {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    CasePlay play;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task/report/candidate-group-count",
                "/task/count?unfinished=true",
                "/task/count?assigned=true",
                "/task/count?unassigned=true&withCandidateGroups=true",
                "/history/task/count?unfinished=true"
            })
    void aSupervisorGetsTheNumbers(String question) {
        play.opened("One of the human tasks");
        var answer = loggedIn("supervisor").get(ENGINE + question, "X-Requested-With", "XMLHttpRequest");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void anAgentDoesNotGetTheNumbersOfOtherInboxes() {
        var answer = loggedIn("support-agent").get(ENGINE + "/task/report/candidate-group-count");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    private Visitor loggedIn(String person) {
        var visitor = new Visitor(port);
        visitor.login(person, person);
        return visitor;
    }
}
