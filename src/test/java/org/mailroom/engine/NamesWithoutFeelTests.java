package org.mailroom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesWithoutFeelTests {

    private final ScalaFeelEngine feel = new ScalaFeelEngine(null);
    private final NamesWithoutFeel names = new NamesWithoutFeel(feel);
    private final VariableContext variables = Variables.fromMap(
                    Map.of("sender", "jane@example.org", "count", 3, "empty", ""))
            .asVariableContext();

    /** The language itself says what is right. */
    @ParameterizedTest
    @ValueSource(
            strings = {"sender", " sender ", "empty", "count", "count + 1", "upper case(sender)", "\"text\"", "true"})
    void anExpressionMeansWhatItMeansInTheLanguage(String expression) {
        assertThat(names.<Object>evaluateSimpleExpression(expression, variables))
                .isEqualTo(feel.<Object>evaluateSimpleExpression(expression, variables));
    }

    @Test
    void aTestOfAnInputIsTheLanguagesAffair() {
        VariableContext input =
                Variables.fromMap(Map.of("sender", "jane@example.org")).asVariableContext();
        assertThat(names.evaluateSimpleUnaryTests("\"jane@example.org\"", "sender", input))
                .isTrue();
    }
}
