package org.mailroom.engine.models;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;

/**
 * Whatever an expression calls is a bean that models may call, and whatever it reads is such a bean or a variable that this
 * model or code sets. A lone name that nobody sets is refused in the process of a case, and warned of in others, which may
 * be started with variables.
 */
class ExpressionCheck implements ProcessCheck {

    private static final Set<String> OF_THE_ENGINE = Set.of("execution", "task", "authenticatedUserId", "externalTask");

    @Override
    public Stream<Finding> findings(BpmnModelInstance model, KnownThings known) {
        Set<String> variables = ModelVariables.setBy(model, known);
        boolean areOpen = ModelVariables.areOpen(model);
        boolean isCase = model.getModelElementsByType(Process.class).stream()
                .anyMatch(process -> known.names().process().equals(process.getId()));
        return ParsedExpression.of(model)
                .flatMap(expression -> expression.source().isDelegate()
                        ? delegates(expression, known)
                        : others(expression, known, variables, isCase, areOpen))
                .distinct();
    }

    private static Stream<Finding> delegates(ParsedExpression expression, KnownThings known) {
        Collection<String> beans = known.beans().keySet();
        return roots(expression.tree())
                .filter(name -> !beans.contains(name))
                .map(name -> Finding.refusal(
                        expression.source().element(),
                        expression.source().element() + " calls " + name + ", which is no bean that models may call"
                                + Suggestion.of(name, beans)));
    }

    private static Stream<Finding> others(
            ParsedExpression expression, KnownThings known, Set<String> variables, boolean isCase, boolean areOpen) {
        Set<String> all = new TreeSet<>(variables);
        all.addAll(known.beans().keySet());
        all.addAll(OF_THE_ENGINE);
        ExpressionTree tree = expression.tree();
        Stream<Finding> used = used(tree)
                .filter(name -> !all.contains(name))
                .map(name -> Finding.refusal(expression.source().element(), neither(expression, name, all)));
        if (areOpen) {
            return used;
        }
        Stream<Finding> alone = tree.names().stream()
                .filter(name -> !all.contains(name))
                .map(name -> new Finding(isCase, expression.source().element(), neither(expression, name, all)));
        return Stream.concat(used, alone);
    }

    private static Stream<String> used(ExpressionTree tree) {
        return Stream.concat(
                tree.calls().stream().map(ExpressionTree.Call::root),
                tree.properties().stream().map(ExpressionTree.Property::root));
    }

    private static Stream<String> roots(ExpressionTree tree) {
        return Stream.concat(used(tree), tree.names().stream())
                .filter(name -> !OF_THE_ENGINE.contains(name))
                .distinct();
    }

    private static String neither(ParsedExpression expression, String name, Set<String> all) {
        return expression.source().where() + " uses " + name
                + ", which is neither a bean that models may call nor a variable that this model sets"
                + Suggestion.of(name, all);
    }
}
