package org.mailroom.cases.process.tasks;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.Forwarding.DueType;
import org.mailroom.cases.process.CaseFacts;
import org.mailroom.engine.ReadsVariables;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Whatever an analyst can place in Modeler is there, and the other way round. */
class ElementTemplateTests {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String PREFIX = "mailroom.";

    private static final List<JsonNode> TEMPLATES = templates();
    private static final BpmnModelInstance MODEL = Bpmn.readModelFromFile(new File("processes/case.bpmn"));
    private static final Map<String, Class<?>> DELEGATES = delegates();

    @Test
    void everyDelegateHasATemplateAndNoTemplateIsWithoutADelegate() {
        assertThat(TEMPLATES)
                .extracting(template -> template.path("id").asText())
                .containsExactlyInAnyOrderElementsOf(
                        DELEGATES.keySet().stream().map(PREFIX::concat).toList());
    }

    @Test
    void everyTemplateSaysWhatItIsFor() {
        assertThat(TEMPLATES).allSatisfy(template -> {
            assertThat(template.path("name").asText()).as(id(template)).isNotBlank();
            assertThat(template.path("description").asText()).as(id(template)).endsWith(".");
            assertThat(template.path("$schema").asText())
                    .endsWith("/element-templates-json-schema/resources/schema.json");
            assertThat(template.at("/elementType/value").asText()).isEqualTo("bpmn:ServiceTask");
        });
        assertThat(TEMPLATES)
                .extracting(template -> template.path("name").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyTemplateCallsItsBeanAndHidesThat() {
        assertThat(TEMPLATES).allSatisfy(template -> {
            List<JsonNode> expressions = bound(template, "camunda:delegateExpression");
            assertThat(expressions).as(id(template)).hasSize(1);
            assertThat(expressions.get(0).path("value").asText()).isEqualTo("${" + id(template) + "}");
            assertThat(expressions.get(0).path("type").asText()).isEqualTo("Hidden");
        });
    }

    /**
     * A task with inputs has a scope of its own. So one that leaves a variable for the event behind it has none, and what
     * other elements read as well cannot be set at the task alone.
     */
    @Test
    void theInputsAreWhatTheDelegateReads() {
        Set<String> readElsewhere = DelegateSource.of(CaseFacts.class).reads();
        assertThat(TEMPLATES).allSatisfy(template -> {
            DelegateSource source = DelegateSource.of(DELEGATES.get(id(template)));
            Set<String> expected = source.leavesLocally() ? new TreeSet<>() : new TreeSet<>(source.reads());
            expected.removeAll(readElsewhere);
            assertThat(inputs(template)).as(id(template)).containsExactlyInAnyOrderElementsOf(expected);
        });
    }

    /** By this the checks of models know which input parameters a task may have. */
    @Test
    void everyDelegateDeclaresWhatItReads() {
        assertThat(DELEGATES).allSatisfy((name, type) -> {
            ReadsVariables declared = type.getAnnotation(ReadsVariables.class);
            assertThat(declared == null ? List.of() : List.of(declared.value()))
                    .as(name)
                    .containsExactlyInAnyOrderElementsOf(DelegateSource.of(type).reads());
        });
    }

    @Test
    void somethingIsReadSoThatThisTestLooksAtSomething() {
        assertThat(DelegateSource.of(ForwardToInbox.class).reads())
                .containsExactlyInAnyOrder("forwardTo", "dueType", "forwardDue", "forwardMessage");
        assertThat(DelegateSource.of(CaseFacts.class).reads()).containsExactly("waitUntil");
        assertThat(DelegateSource.of(SendReply.class).leavesLocally()).isTrue();
    }

    /** An input that stands in the model though nobody entered it would hide what the form or the routing said. */
    @Test
    void everyInputMayBeLeftEmpty() {
        assertThat(TEMPLATES)
                .flatExtracting(ElementTemplateTests::properties)
                .filteredOn(property -> property.at("/binding/type").asText().equals("camunda:inputParameter"))
                .allSatisfy(
                        input -> assertThat(input.path("optional").asBoolean()).isTrue());
    }

    @Test
    void theDueDatesToChooseFromAreThoseThatCodeKnows() {
        assertThat(TEMPLATES)
                .flatExtracting(ElementTemplateTests::properties)
                .filteredOn(property -> property.at("/binding/name").asText().equals("dueType"))
                .singleElement()
                .extracting(property -> property.path("choices").findValuesAsText("value"))
                .isEqualTo(Stream.of(DueType.values()).map(Enum::name).toList());
    }

    /** Modeler finds the template by its id and its version, which none has. */
    @Test
    void everyServiceTaskOfTheModelHasTheTemplateOfItsId() {
        Collection<ServiceTask> tasks = MODEL.getModelElementsByType(ServiceTask.class);
        assertThat(tasks).isNotEmpty().allSatisfy(task -> {
            assertThat(attribute(task, "modelerTemplate")).isEqualTo(PREFIX + task.getId());
            assertThat(attribute(task, "modelerTemplateVersion")).isNull();
        });
        assertThat(TEMPLATES).noneMatch(template -> template.has("version"));
    }

    @Test
    void everyTemplateThatTheModelNamesIsThere() {
        assertThat(MODEL.getModelElementsByType(BaseElement.class))
                .extracting(element -> attribute(element, "modelerTemplate"))
                .filteredOn(named -> named != null)
                .isSubsetOf(TEMPLATES.stream()
                        .map(template -> template.path("id").asText())
                        .toList());
    }

    @Test
    void aTemplateIsAsynchronousWhereTheModelIs() {
        assertThat(TEMPLATES).allSatisfy(template -> {
            ServiceTask task = MODEL.getModelElementById(id(template));
            assertThat(bound(template, "camunda:asyncBefore"))
                    .as(id(template))
                    .hasSize(task.isCamundaAsyncBefore() ? 1 : 0);
        });
    }

    private static List<JsonNode> templates() {
        try {
            JsonNode read = new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(new File("processes/.camunda/element-templates/mailroom.json"));
            return StreamSupport.stream(read.spliterator(), false).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** By the name of the bean. */
    private static Map<String, Class<?>> delegates() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(JavaDelegate.class));
        return scan.findCandidateComponents("org.mailroom.cases").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .collect(toMap(
                        type -> ClassUtils.getShortNameAsProperty(type),
                        type -> type,
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static String id(JsonNode template) {
        return template.path("id").asText().substring(PREFIX.length());
    }

    private static List<JsonNode> properties(JsonNode template) {
        return StreamSupport.stream(template.path("properties").spliterator(), false)
                .toList();
    }

    private static List<JsonNode> bound(JsonNode template, String name) {
        return properties(template).stream()
                .filter(property -> property.at("/binding/name").asText().equals(name))
                .toList();
    }

    private static Set<String> inputs(JsonNode template) {
        return properties(template).stream()
                .filter(property -> property.at("/binding/type").asText().equals("camunda:inputParameter"))
                .map(property -> property.at("/binding/name").asText())
                .collect(toCollection(TreeSet::new));
    }

    private static String attribute(BaseElement element, String name) {
        return element.getAttributeValueNs(CAMUNDA, name);
    }
}
