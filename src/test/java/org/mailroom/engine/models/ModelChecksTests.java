package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;

class ModelChecksTests {

    private static final KnownThings KNOWN =
            new KnownThings(Set.of("sendReply", "caseFacts"), Set.of("answer"), Set.of("CustomerReplied"));

    @Test
    void aProcessWithoutATimeToLiveIsRefused() {
        assertThat(complaints(new TimeToLiveCheck(), "<process id='p'/>"))
                .containsExactly(
                        "process p has no history time to live; set it in the properties panel, for instance P180D");
        assertThat(complaints(new TimeToLiveCheck(), "<process id='p' camunda:historyTimeToLive='P1D'/>"))
                .isEmpty();
    }

    @Test
    void aScriptIsRefusedWhereverItStands() {
        assertThat(
                        complaints(
                                new ScriptCheck(),
                                """
                        <process id='p'>
                          <scriptTask id='s' scriptFormat='javascript'><script>1</script></scriptTask>
                          <serviceTask id='t'><extensionElements><camunda:inputOutput><camunda:inputParameter name='x'>
                            <camunda:script scriptFormat='groovy'>1</camunda:script>
                          </camunda:inputParameter></camunda:inputOutput></extensionElements></serviceTask>
                          <sequenceFlow id='f' sourceRef='s' targetRef='t'>
                            <conditionExpression xsi:type='tFormalExpression' language='javascript'>true</conditionExpression></sequenceFlow>
                        </process>
                        """))
                .hasSize(3)
                .anyMatch(complaint -> complaint.startsWith("task s is a script"))
                .anyMatch(complaint -> complaint.startsWith("a script stands in a listener or parameter of t"))
                .anyMatch(complaint -> complaint.startsWith("the condition of f is a script"));
    }

    @Test
    void anUnknownBeanIsRefused() {
        assertThat(
                        complaints(
                                new ExpressionCheck(),
                                """
                        <process id='p'>
                          <serviceTask id='good' camunda:delegateExpression='${sendReply}'/>
                          <serviceTask id='bad' camunda:delegateExpression='${sendRepyl}'/>
                          <userTask id='task' camunda:dueDate='${casFacts.due(execution)}'/>
                          <sequenceFlow id='flow' sourceRef='good' targetRef='bad'>
                            <conditionExpression>${outcome == 'x.y' and dataSource.close() == null}</conditionExpression>
                          </sequenceFlow>
                        </process>
                        """))
                .containsExactlyInAnyOrder(
                        "bad calls sendRepyl, which is no bean that models may call",
                        "task calls casFacts, which is no bean that models may call",
                        "an expression in conditionExpression calls dataSource, which is no bean that models may call");
    }

    @Test
    void aUserTaskWithoutAGroupOrAFormThatExistsIsRefused() {
        assertThat(
                        complaints(
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

    @Test
    void aMessageThatNobodySendsIsRefused() {
        assertThat(
                        complaints(
                                new MessageCheck(),
                                "<process id='p'/><message id='a' name='CustomerReplied'/><message id='b' name='CustomerReplid'/>"))
                .containsExactly("message b is named CustomerReplid, but Mailroom never sends a message of that name");
    }

    private static List<String> complaints(ProcessCheck check, String inside) {
        String xml =
                """
                <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'
                  xmlns:camunda='http://camunda.org/schema/1.0/bpmn'
                  xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' targetNamespace='t'>%s</definitions>"""
                        .formatted(inside);
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        return check.complaints(model, KNOWN).toList();
    }
}
