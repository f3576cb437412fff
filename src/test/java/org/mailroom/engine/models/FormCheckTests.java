package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.engine.models.CheckedModel.refusals;

import org.junit.jupiter.api.Test;

class FormCheckTests {

    @Test
    void aUserTaskWithoutAGroupOrAFormThatExistsIsRefused() {
        assertThat(
                        refusals(
                                new FormCheck(),
                                """
                        <process id='p'>
                          <userTask id='good' camunda:candidateGroups='g' camunda:formRef='answer'/>
                          <userTask id='lonely' camunda:formRef='answer'/>
                          <userTask id='bare' camunda:candidateGroups='g'/>
                          <userTask id='lost' camunda:candidateGroups='g' camunda:formRef='gone'/>
                        </process>
                        """))
                .containsExactlyInAnyOrder(
                        "user task lonely has no candidate group, so nobody would see it",
                        "user task bare has no form",
                        "user task lost has the form gone, but no form file has that id");
    }
}
