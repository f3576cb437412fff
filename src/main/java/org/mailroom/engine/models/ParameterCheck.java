package org.mailroom.engine.models;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.mailroom.engine.ReadsVariables;

/** The input parameters of a task are those that its bean reads; any other does nothing. */
class ParameterCheck implements ProcessCheck {

    private static final Pattern BEAN = Pattern.compile("\\s*[$#]\\{\\s*(\\w+)\\s*}\\s*");

    @Override
    public Stream<Finding> findings(BpmnModelInstance model, KnownThings known) {
        return model.getModelElementsByType(ServiceTask.class).stream().flatMap(task -> findings(task, known));
    }

    private static Stream<Finding> findings(ServiceTask task, KnownThings known) {
        Matcher bean = BEAN.matcher(String.valueOf(task.getCamundaDelegateExpression()));
        Class<?> type = bean.matches() ? known.beans().get(bean.group(1)) : null;
        if (type == null) {
            return Stream.empty();
        }
        List<String> read = read(type);
        return parameters(task)
                .filter(name -> !read.contains(name))
                .map(name -> Finding.warning(
                        task.getId(),
                        task.getId() + " has the input parameter " + name + ", but " + bean.group(1) + " reads "
                                + (read.isEmpty() ? "none" : "only " + String.join(", ", read))
                                + Suggestion.of(name, read)));
    }

    private static List<String> read(Class<?> bean) {
        ReadsVariables declared = bean.getAnnotation(ReadsVariables.class);
        return declared == null ? List.of() : Arrays.asList(declared.value());
    }

    private static Stream<String> parameters(ServiceTask task) {
        return task.getExtensionElements() == null
                ? Stream.empty()
                : task.getExtensionElements().getElementsQuery().filterByType(CamundaInputOutput.class).list().stream()
                        .flatMap(inputs -> inputs.getCamundaInputParameters().stream())
                        .map(CamundaInputParameter::getCamundaName);
    }
}
