package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.engine.models.CheckedModel.refusals;

import org.junit.jupiter.api.Test;

class GroupCheckTests {

    @Test
    void aGroupThatDoesNotExistIsRefusedWithThoseThatDo() {
        assertThat(
                        refusals(
                                new GroupCheck(),
                                """
                        <process id='p'>
                          <userTask id='good' camunda:candidateGroups='supervisors, inbox-support'/>
                          <userTask id='asked' camunda:candidateGroups='${caseFacts.group(execution)}'/>
                          <userTask id='bad' camunda:candidateGroups='supervisors,inbox-suport'/>
                        </process>
                        """))
                .containsExactly(
                        "user task bad is for the group inbox-suport, which does not exist, so nobody would see it;"
                                + " did you mean inbox-support? There are: inbox-support, supervisors");
    }
}
