package org.mailroom.engine.models;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.DomElement;

/**
 * A form, decision or process that a model names is not bound to the deployment of the model: as only files that changed are
 * deployed, it is mostly in another one, and the case would stop there.
 */
class BindingCheck implements ProcessCheck {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final List<String> BINDINGS =
            List.of("formRefBinding", "decisionRefBinding", "calledElementBinding");

    @Override
    public Stream<Finding> findings(BpmnModelInstance model, KnownThings known) {
        return ModelExpression.descendants(model.getDocument().getRootElement())
                .flatMap(element -> Stream.concat(bound(element), unsaid(element)));
    }

    private static Stream<Finding> bound(DomElement element) {
        String id = ModelExpression.nearestId(element);
        return BINDINGS.stream()
                .filter(binding -> "deployment".equals(element.getAttribute(CAMUNDA, binding)))
                .map(binding -> Finding.refusal(
                        id,
                        id + " has the " + binding
                                + " deployment, which fails as soon as only one of the files changes; choose latest"));
    }

    /** The engine asks for it at forms. */
    private static Stream<Finding> unsaid(DomElement element) {
        String id = ModelExpression.nearestId(element);
        return element.getAttribute(CAMUNDA, "formRef") != null
                        && element.getAttribute(CAMUNDA, "formRefBinding") == null
                ? Stream.of(Finding.refusal(
                        id, id + " does not say which version of its form it wants; choose latest as binding"))
                : Stream.empty();
    }
}
