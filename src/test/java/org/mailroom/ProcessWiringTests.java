package org.mailroom;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.Forwarding.DueType;
import org.mailroom.cases.process.CaseModel;
import org.mailroom.engine.MessageNames;
import org.mailroom.testing.MailroomTest;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/** Models, beans and forms hold together, which no compiler checks. */
@MailroomTest
class ProcessWiringTests {

    private static final Path MODEL_FILE = Path.of("processes/case.bpmn");
    private static final BpmnModelInstance MODEL = Bpmn.readModelFromFile(MODEL_FILE.toFile());
    private static final Map<String, String> CONSTANTS = constants();

    @Autowired
    @Qualifier("models")
    HealthIndicator models;

    @Autowired
    ApplicationContext house;

    @Autowired
    List<MessageNames> messages;

    @Autowired
    ObjectMapper json;

    /** Beans, groups, forms, messages, scripts and time to live: the checks that every deployment goes through. */
    @Test
    void theModelsThatAreShippedPassTheChecksOfTheHouse() {
        assertThat(models.health()).isEqualTo(Health.up().build());
    }

    @Test
    void aServiceTaskIsNamedAsItsBeanAndThatAsItsClass() {
        assertThat(MODEL.getModelElementsByType(ServiceTask.class)).isNotEmpty().allSatisfy(task -> {
            assertThat(task.getCamundaDelegateExpression()).isEqualTo("${" + task.getId() + "}");
            assertThat(ClassUtils.getShortNameAsProperty(AopUtils.getTargetClass(house.getBean(task.getId()))))
                    .isEqualTo(task.getId());
        });
    }

    @Test
    void everyDelegateIsUsedByTheModel() {
        assertThat(house.getBeanNamesForType(JavaDelegate.class))
                .containsExactlyInAnyOrderElementsOf(MODEL.getModelElementsByType(ServiceTask.class).stream()
                        .map(ServiceTask::getId)
                        .toList());
    }

    @Test
    void aUserTaskHasTheFormOfItsName() {
        assertThat(MODEL.getModelElementsByType(UserTask.class)).isNotEmpty().allSatisfy(task -> {
            assertThat(task.getCamundaFormRef()).isEqualTo(task.getId());
            assertThat(task.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRefBinding"))
                    .isEqualTo("latest");
            assertThat(Path.of("forms", task.getId() + ".form")).exists();
        });
    }

    @Test
    void everyMessageThatCodeSendsIsInTheModel() {
        assertThat(MODEL.getModelElementsByType(Message.class))
                .extracting(Message::getName)
                .containsExactlyInAnyOrderElementsOf(
                        messages.stream().flatMap(some -> some.names().stream()).toList());
    }

    @Test
    void everyTimerAsksABeanWhen() {
        assertThat(MODEL.getModelElementsByType(TimerEventDefinition.class))
                .isNotEmpty()
                .allSatisfy(timer ->
                        assertThat(timer.getTimeDate().getTextContent()).matches("\\$\\{\\w+\\.\\w+\\(execution\\)}"));
    }

    @Test
    void everyMethodThatAnExpressionCallsIsThere() throws IOException {
        var calls = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)\\(execution\\)}")
                .matcher(Files.readString(MODEL_FILE))
                .results()
                .toList();
        assertThat(calls).isNotEmpty().allSatisfy(call -> assertThat(ClassUtils.getMethodIfAvailable(
                        AopUtils.getTargetClass(house.getBean(call.group(1))), call.group(2), DelegateExecution.class))
                .as(call.group())
                .isNotNull());
    }

    @Test
    void everyValueThatAConditionComparesIsOneThatCodeKnows() throws IOException {
        var comparisons = Pattern.compile("\\$\\{(\\w+) == '(\\w+)'}")
                .matcher(Files.readString(MODEL_FILE))
                .results()
                .toList();
        assertThat(comparisons).isNotEmpty().allSatisfy(comparison -> assertThat(valuesOf(comparison.group(1)))
                .contains(comparison.group(2)));
    }

    @Test
    void theFormsAskForWhatCodeReadsAndForNothingElse() throws IOException {
        assertThat(keys("handleCase")).containsExactlyInAnyOrder(known("OUTCOME"), known("WAIT_UNTIL"));
        assertThat(keys("forwardCase"))
                .containsExactlyInAnyOrder(
                        known("DECISION"),
                        known("FORWARD_TO"),
                        known("DUE_TYPE"),
                        known("FORWARD_DUE"),
                        known("FORWARD_MESSAGE"));
    }

    @Test
    void theFormsOfferTheChoicesThatCodeKnows() throws IOException {
        assertThat(choices("handleCase", "OUTCOME")).isEqualTo(valuesOf(known("OUTCOME")));
        assertThat(choices("forwardCase", "DECISION")).isEqualTo(valuesOf(known("DECISION")));
        assertThat(choices("forwardCase", "DUE_TYPE"))
                .isEqualTo(Stream.of(DueType.values()).map(Enum::name).collect(toSet()));
        assertThat(component("forwardCase", "FORWARD_TO").path("valuesKey").asText())
                .isEqualTo(known("INBOXES"));
    }

    @Test
    void theDecisionThatRoutesIsThereAndReadsWhatTheTaskGivesIt() {
        var routing = Dmn.readModelFromFile(new File("processes/routing.dmn"));
        var task =
                MODEL.getModelElementsByType(BusinessRuleTask.class).iterator().next();
        assertThat(routing.getModelElementsByType(Decision.class))
                .extracting(Decision::getId)
                .containsExactly(task.getCamundaDecisionRef());
        assertThat(task.getCamundaResultVariable()).isEqualTo(CaseModel.INBOX);
        assertThat(routing.getModelElementsByType(org.camunda.bpm.model.dmn.instance.InputExpression.class))
                .extracting(input -> input.getText().getTextContent())
                .containsExactlyInAnyOrderElementsOf(MODEL
                        .getModelElementsByType(org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter.class)
                        .stream()
                        .map(input -> input.getCamundaName())
                        .toList());
    }

    @Test
    void everyElementOfTheDiagramHasANameUnlessItMerelyForks() {
        assertThat(MODEL.getModelElementsByType(FlowNode.class))
                .filteredOn(node -> !(node instanceof ParallelGateway))
                .isNotEmpty()
                .allSatisfy(node -> assertThat(node.getName()).as(node.getId()).isNotBlank());
        assertThat(MODEL.getModelElementsByType(ExclusiveGateway.class))
                .flatExtracting(ExclusiveGateway::getOutgoing)
                .allSatisfy(flow -> assertThat(((SequenceFlow) flow).getName()).isNotBlank());
    }

    @Test
    void everyElementIsDrawn() {
        assertThat(MODEL.getModelElementsByType(FlowNode.class)).allSatisfy(node -> {
            assertThat(node.getDiagramElement()).as(node.getId()).isInstanceOf(BpmnShape.class);
            assertThat(((BpmnShape) node.getDiagramElement()).getBounds().getWidth())
                    .isPositive();
        });
        assertThat(MODEL.getModelElementsByType(SequenceFlow.class)).allSatisfy(flow -> {
            assertThat(flow.getDiagramElement()).as(flow.getId()).isNotNull();
            assertThat(((BpmnEdge) flow.getDiagramElement()).getWaypoints()).hasSizeGreaterThanOrEqualTo(2);
        });
    }

    /** The names that code knows, by their constants in {@link CaseModel}. */
    private static Map<String, String> constants() {
        Map<String, String> names = new TreeMap<>();
        for (Field field : CaseModel.class.getDeclaredFields()) {
            if (field.getType() == String.class && field.trySetAccessible()) {
                names.put(field.getName(), value(field));
            }
        }
        return names;
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String known(String constant) {
        assertThat(CONSTANTS).containsKey(constant);
        return CONSTANTS.get(constant);
    }

    /** The values of a variable: those of the constants that begin with the name of its own. */
    private static Set<String> valuesOf(String variable) {
        return CONSTANTS.entrySet().stream()
                .filter(constant -> constant.getValue().equals(variable))
                .flatMap(named -> CONSTANTS.entrySet().stream()
                        .filter(constant -> constant.getKey().startsWith(named.getKey() + "_"))
                        .map(Map.Entry::getValue))
                .collect(toSet());
    }

    private List<String> keys(String form) throws IOException {
        return components(form)
                .map(component -> component.path("key").asText())
                .filter(key -> !key.isEmpty())
                .toList();
    }

    private Set<String> choices(String form, String constant) throws IOException {
        return Set.copyOf(component(form, constant).path("values").findValuesAsText("value"));
    }

    private JsonNode component(String form, String constant) throws IOException {
        return components(form)
                .filter(component -> component.path("key").asText().equals(known(constant)))
                .findFirst()
                .orElseThrow();
    }

    private Stream<JsonNode> components(String form) throws IOException {
        JsonNode read = json.readTree(Path.of("forms", form + ".form").toFile());
        return StreamSupport.stream(read.path("components").spliterator(), false);
    }
}
