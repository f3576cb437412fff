package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelXmlTests {

    @Test
    void eachElementIsFoundByItsLine() {
        var xml = read("<process id='p'>\n<startEvent id='s'/>\n\n<endEvent id='e'/></process>");

        assertThat(xml.problems()).isEmpty();
        assertThat(xml.line("p")).isEqualTo(1);
        assertThat(xml.line("s")).isEqualTo(2);
        assertThat(xml.line("e")).isEqualTo(4);
        assertThat(xml.line("x")).isNull();
    }

    @Test
    void aFlowToNowhereAndAnIdTwiceAreNamedWithTheirLines() {
        assertThat(problems(
                        "<process id='p'>\n<task id='a'/><sequenceFlow id='f' sourceRef='a' targetRef='b'/></process>"))
                .containsExactly(
                        "sequenceFlow f leads to b, which is not in the model; connect it again or delete it (line 2)");
        assertThat(problems("<process id='p'>\n<task id='a'/>\n<task id='a'/></process>"))
                .containsExactly("two elements have the id a (lines 2 and 3); give one of them another id");
    }

    @Test
    void fieldsOfTwoFormsMayHaveTheSameId() {
        assertThat(
                        problems(
                                """
                        <process id='p'><userTask id='a'><extensionElements><c:formField xmlns:c='http://camunda.org/schema/1.0/bpmn' id='x'/>
                        </extensionElements></userTask><userTask id='b'><extensionElements>
                        <c:formField xmlns:c='http://camunda.org/schema/1.0/bpmn' id='x'/></extensionElements></userTask></process>"""))
                .isEmpty();
    }

    @Test
    void nothingFromOutsideIsRead() {
        assertThat(ModelXml.read(
                                "BPMN", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>".getBytes(StandardCharsets.UTF_8))
                        .problems())
                .extracting(Finding::sentence)
                .containsExactly("the file has a DOCTYPE (line 1); models may not have one, remove it");
    }

    private static List<String> problems(String inside) {
        return read(inside).problems().stream().map(Finding::sentence).toList();
    }

    private static ModelXml read(String inside) {
        String xml = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='t'>" + inside
                + "</definitions>";
        return ModelXml.read("BPMN", xml.getBytes(StandardCharsets.UTF_8));
    }
}
