package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.engine.models.CheckedModel.warnings;

import org.junit.jupiter.api.Test;

class ParameterCheckTests {

    @Test
    void aParameterThatTheBeanDoesNotReadIsWarnedOf() {
        assertThat(warnings(new ParameterCheck(), task("placeInInbox", "inbx")))
                .containsExactly(
                        "task has the input parameter inbx, but placeInInbox reads only inbox; did you mean inbox?");
        assertThat(warnings(new ParameterCheck(), task("sendReply", "inbox")))
                .containsExactly("task has the input parameter inbox, but sendReply reads none");
        assertThat(warnings(new ParameterCheck(), task("placeInInbox", "inbox")))
                .isEmpty();
    }

    private static String task(String bean, String parameter) {
        return """
                <process id='p'><serviceTask id='task' camunda:delegateExpression='${%s}'><extensionElements><camunda:inputOutput>
                <camunda:inputParameter name='%s'>x</camunda:inputParameter></camunda:inputOutput></extensionElements></serviceTask>
                </process>"""
                .formatted(bean, parameter);
    }
}
