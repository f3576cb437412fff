package org.mailroom.engine.models;

import java.beans.Introspector;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.jspecify.annotations.Nullable;

/** What an expression calls or reads of a bean is there, and is called with as many arguments as it takes. */
class BeanMethodCheck implements ProcessCheck {

    private static final Map<String, Class<?>> OF_THE_ENGINE =
            Map.of("execution", ExecutionEntity.class, "task", TaskEntity.class);

    @Override
    public Stream<Finding> findings(BpmnModelInstance model, KnownThings known) {
        return ParsedExpression.of(model)
                .flatMap(expression -> findings(expression, known))
                .distinct();
    }

    private static Stream<Finding> findings(ParsedExpression expression, KnownThings known) {
        Stream<String> calls =
                expression.tree().calls().stream().flatMap(call -> wrong(call, type(call.root(), known)));
        Stream<String> reads =
                expression.tree().properties().stream().flatMap(read -> wrong(read, type(read.root(), known)));
        return Stream.concat(calls, reads)
                .map(reason -> Finding.refusal(
                        expression.source().element(),
                        expression.source().where() + ": " + reason + " ("
                                + expression.source().text().strip() + ")"));
    }

    private static @Nullable Class<?> type(String root, KnownThings known) {
        Class<?> bean = known.beans().get(root);
        return bean == null ? OF_THE_ENGINE.get(root) : bean;
    }

    private static Stream<String> wrong(ExpressionTree.Call call, @Nullable Class<?> type) {
        if (type == null) {
            return Stream.empty();
        }
        List<Method> named = methods(type)
                .filter(method -> method.getName().equals(call.method()))
                .toList();
        if (named.isEmpty()) {
            return Stream.of(
                    call.root() + " has no method " + call.method() + Suggestion.of(call.method(), names(type)));
        }
        boolean fits = named.stream().anyMatch(method -> takes(method, call.arguments()));
        return fits ? Stream.empty() : Stream.of(numberOfArguments(call, named));
    }

    private static boolean takes(Method method, int arguments) {
        return method.isVarArgs()
                ? arguments >= method.getParameterCount() - 1
                : method.getParameterCount() == arguments;
    }

    private static String numberOfArguments(ExpressionTree.Call call, List<Method> named) {
        String wanted = named.stream()
                .map(Method::getParameterCount)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(" or "));
        return call.root() + "." + call.method() + " is called with " + call.arguments() + " arguments but takes "
                + wanted;
    }

    private static Stream<String> wrong(ExpressionTree.Property read, @Nullable Class<?> type) {
        if (type == null || methods(type).anyMatch(method -> isGetter(method, read.name()))) {
            return Stream.empty();
        }
        SortedSet<String> names = names(type);
        String hint = names.contains(read.name())
                ? "; call it as a method: " + read.root() + "." + read.name() + "(execution)"
                : Suggestion.of(read.name(), names);
        return Stream.of(read.root() + " has no property " + read.name() + hint);
    }

    private static boolean isGetter(Method method, String property) {
        String name = method.getName();
        String getter = property.equals(Introspector.decapitalize(name.replaceFirst("^(get|is)", ""))) ? name : "";
        return method.getParameterCount() == 0 && (getter.startsWith("get") || getter.startsWith("is"));
    }

    private static SortedSet<String> names(Class<?> type) {
        return methods(type)
                .filter(method -> method.getDeclaringClass() != Object.class)
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getMethods()).filter(method -> !Modifier.isStatic(method.getModifiers()));
    }
}
