package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.engine.models.CheckedModel.refusals;

import org.junit.jupiter.api.Test;

class BeanMethodCheckTests {

    @Test
    void aMethodThatIsNotThereIsRefused() {
        assertThat(refusals(new BeanMethodCheck(), task("${caseFacts.ownr(execution)}")))
                .containsExactly(
                        "task (assignee): caseFacts has no method ownr; did you mean owner? (${caseFacts.ownr(execution)})");
    }

    @Test
    void aMethodIsCalledWithAsManyArgumentsAsItTakes() {
        assertThat(refusals(new BeanMethodCheck(), task("${caseFacts.owner()}")))
                .containsExactly(
                        "task (assignee): caseFacts.owner is called with 0 arguments but takes 1 (${caseFacts.owner()})");
        assertThat(refusals(new BeanMethodCheck(), task("${caseFacts.owner(execution)}")))
                .isEmpty();
    }

    @Test
    void aPropertyIsThere() {
        assertThat(refusals(new BeanMethodCheck(), task("${caseFacts.title}"))).isEmpty();
        assertThat(refusals(new BeanMethodCheck(), task("${caseFacts.owner}")))
                .singleElement()
                .asString()
                .contains("caseFacts has no property owner; call it as a method: caseFacts.owner(execution)");
    }

    @Test
    void theExecutionIsLookedAtToo() {
        assertThat(refusals(new BeanMethodCheck(), task("${execution.processBusinessKey}")))
                .isEmpty();
        assertThat(refusals(new BeanMethodCheck(), task("${execution.getVariable('x')}")))
                .isEmpty();
        assertThat(refusals(new BeanMethodCheck(), task("${execution.getVariabel('x')}")))
                .singleElement()
                .asString()
                .contains("execution has no method getVariabel; did you mean getVariable?");
    }

    private static String task(String assignee) {
        return "<process id='p'><userTask id='task' camunda:assignee=\"" + assignee + "\"/></process>";
    }
}
