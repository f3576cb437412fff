package org.mailroom.engine.models;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/** Every cell of a table can be read, and none is written in a language that would need a script engine. */
class FeelCheck implements DecisionCheck {

    private static final Set<String> CELLS =
            Set.of("inputEntry", "outputEntry", "inputExpression", "literalExpression", "defaultOutputEntry");

    @Override
    public Stream<Finding> findings(DmnModelInstance model, KnownThings known) {
        FeelEngineApi feel = FeelEngineBuilder.forJava().build();
        return ModelExpression.descendants(model.getDocument().getRootElement())
                .filter(element -> CELLS.contains(element.getLocalName()))
                .flatMap(cell -> findings(cell, feel));
    }

    private static Stream<Finding> findings(DomElement cell, FeelEngineApi feel) {
        String language = cell.getAttribute("expressionLanguage");
        if (language != null && !language.toLowerCase(Locale.ROOT).contains("feel")) {
            return Stream.of(Finding.refusal(
                    id(cell), place(cell) + " is written in " + language + "; tables are written in FEEL only"));
        }
        String text = text(cell);
        boolean isTest = cell.getLocalName().equals("inputEntry");
        if (text.isEmpty() || (isTest && text.equals("-"))) {
            return Stream.empty();
        }
        ParseResult read = isTest ? feel.parseUnaryTests(text) : feel.parseExpression(text);
        return read.isSuccess()
                ? Stream.empty()
                : Stream.of(Finding.refusal(
                        id(cell), place(cell) + " cannot be read: " + text + " (from " + position(read) + ")"));
    }

    /** The parser's message ends with line:column and what it found there. */
    private static String position(ParseResult read) {
        String message = read.failure().message();
        int found = message.lastIndexOf(", found ");
        int from = message.lastIndexOf("):", found) + 2;
        return found < 0 || from < 2
                ? "its beginning"
                : "position " + message.substring(from, found).replaceFirst("^1:", "") + ", "
                        + message.substring(found + 8).strip();
    }

    private static String place(DomElement cell) {
        String rule =
                switch (cell.getLocalName()) {
                    case "inputEntry", "outputEntry" -> "cell ";
                    case "inputExpression" -> "input expression ";
                    default -> "expression ";
                };
        return rule + id(cell) + inRule(cell);
    }

    private static String inRule(DomElement cell) {
        DomElement parent = cell.getParentElement();
        return parent != null && parent.getLocalName().equals("rule") ? " of the rule " + id(parent) : "";
    }

    private static String id(DomElement element) {
        String id = element.getAttribute("id");
        return id == null ? element.getLocalName() : id;
    }

    static String text(DomElement cell) {
        return cell.getChildElements().stream()
                .filter(child -> child.getLocalName().equals("text"))
                .findFirst()
                .map(DomElement::getTextContent)
                .orElse("")
                .strip();
    }
}
