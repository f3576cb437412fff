package org.mailroom.engine.models;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** What an expression calls, reads and compares, as the engine's own parser understands it. */
final class ExpressionTree {

    private static final Builder PARSER = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    private final List<Call> calls = new ArrayList<>();
    private final List<Property> properties = new ArrayList<>();
    private final List<Comparison> comparisons = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> functions = new ArrayList<>();

    /** {@code bean.method(…)}, with the number of arguments. */
    record Call(String root, String method, int arguments) {}

    /** {@code bean.property}. */
    record Property(String root, String name) {}

    /** {@code variable == 'value'} or {@code !=}. */
    record Comparison(String variable, String value) {}

    private ExpressionTree() {}

    /** @throws TreeBuilderException if it is no expression, with the position of the first wrong letter */
    static ExpressionTree of(String text) {
        var tree = new ExpressionTree();
        tree.visit(PARSER.build(text).getRoot());
        return tree;
    }

    List<Call> calls() {
        return calls;
    }

    List<Property> properties() {
        return properties;
    }

    List<Comparison> comparisons() {
        return comparisons;
    }

    /** Names that stand alone: variables, or beans as a whole. */
    List<String> names() {
        return names;
    }

    List<String> functions() {
        return functions;
    }

    private void visit(Node node) {
        if (node instanceof AstMethod method
                && method.getChild(0) instanceof AstDot dot
                && dot.getChild(0) instanceof AstIdentifier root) {
            calls.add(new Call(root.getName(), property(dot), method.getChild(1).getCardinality()));
            visit(method.getChild(1));
        } else if (node instanceof AstDot dot && dot.getChild(0) instanceof AstIdentifier root) {
            properties.add(new Property(root.getName(), property(dot)));
        } else if (node instanceof AstIdentifier name) {
            names.add(name.getName());
        } else {
            visitOther(node);
        }
    }

    private void visitOther(Node node) {
        if (node instanceof AstFunction function) {
            functions.add(function.getName());
        }
        if (node instanceof AstBinary binary
                && (binary.getOperator() == AstBinary.EQ || binary.getOperator() == AstBinary.NE)) {
            compare(binary.getChild(0), binary.getChild(1));
            compare(binary.getChild(1), binary.getChild(0));
        }
        for (int child = 0; child < node.getCardinality(); child++) {
            visit(node.getChild(child));
        }
    }

    private void compare(Node variable, Node value) {
        if (variable instanceof AstIdentifier name && value instanceof AstString text) {
            comparisons.add(new Comparison(name.getName(), String.valueOf(text.eval(null, null))));
        }
    }

    private static String property(AstDot dot) {
        return dot.toString().substring(1).strip();
    }
}
