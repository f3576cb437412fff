package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.engine.models.CheckedModel.refusals;

import org.junit.jupiter.api.Test;

class ExpressionSyntaxCheckTests {

    @Test
    void anExpressionThatCannotBeReadIsRefusedWithThePosition() {
        assertThat(refusals(new ExpressionSyntaxCheck(), flow("${outcome = = 'forward'}")))
                .containsExactly(
                        "f (conditionExpression) has an expression that cannot be read, ${outcome = = 'forward'}: at position 11 there"
                                + " is invalid character '=' instead of expression token");
        assertThat(refusals(new ExpressionSyntaxCheck(), flow("${outcome")))
                .singleElement()
                .asString()
                .contains("its end");
        assertThat(refusals(new ExpressionSyntaxCheck(), flow("${outcome == 'forward'}")))
                .isEmpty();
    }

    @Test
    void aFunctionThatIsNotThereIsRefused() {
        assertThat(refusals(new ExpressionSyntaxCheck(), flow("${noww() == null}")))
                .singleElement()
                .asString()
                .endsWith("there is no function noww; did you mean now?");
        assertThat(refusals(new ExpressionSyntaxCheck(), flow("${now() == null}")))
                .isEmpty();
    }

    @Test
    void whatIsOnlyWrittenForPeopleIsNoExpression() {
        assertThat(
                        refusals(
                                new ExpressionSyntaxCheck(),
                                """
                        <process id='p'><documentation>Say ${ twice</documentation>
                          <textAnnotation id='a'><text>${</text></textAnnotation></process>"""))
                .isEmpty();
    }

    private static String flow(String condition) {
        return """
                <process id='p'><task id='a'/><task id='b'/><sequenceFlow id='f' sourceRef='a' targetRef='b'>
                <conditionExpression xsi:type='tFormalExpression'>%s</conditionExpression></sequenceFlow></process>"""
                .formatted(condition);
    }
}
