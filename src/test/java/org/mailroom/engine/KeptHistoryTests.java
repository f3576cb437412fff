package org.mailroom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;

@MailroomTest
class KeptHistoryTests {

    @Autowired
    CasePlay play;

    @Autowired
    HistoryService history;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    @Test
    void theWayOfACaseThroughItsDiagramIsKept() {
        String instance = play.instance(play.opened("The way")).getId();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .list())
                .extracting("activityId")
                .contains("placeInInbox", "sendConfirmation", "handleCase");
    }

    @Test
    void whatPeopleDoWithATaskIsKept() {
        CaseNumber number = play.opened("The log");
        identities.setAuthentication("support-agent", List.of("inbox-support"));
        try {
            tasks.claim(play.task(number).getId(), "support-agent");
        } finally {
            identities.clearAuthentication();
        }
        assertThat(history.createUserOperationLogQuery()
                        .processInstanceId(play.instance(number).getId())
                        .list())
                .extracting("operationType", "userId")
                .contains(org.assertj.core.groups.Tuple.tuple("Claim", "support-agent"));
    }

    @Test
    void variablesDecisionsAndJobsThatDidWhatTheyShouldAreNot() {
        String instance = play.instance(play.opened("Nothing else")).getId();
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
        assertThat(history.createHistoricDecisionInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
        assertThat(history.createHistoricJobLogQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
    }
}
