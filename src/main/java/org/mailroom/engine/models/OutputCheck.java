package org.mailroom.engine.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/** What a rule answers is of the type of its column, and the key of an inbox that is there if the column is the inbox. */
class OutputCheck implements DecisionCheck {

    private static final Set<String> OTHER_THAN_TEXT = Set.of("integer", "long", "double", "number", "boolean", "date");

    @Override
    public Stream<Finding> findings(DmnModelInstance model, KnownThings known) {
        return model.getModelElementsByType(DecisionTable.class).stream().flatMap(table -> findings(table, known));
    }

    private static Stream<Finding> findings(DecisionTable table, KnownThings known) {
        List<Output> columns = new ArrayList<>(table.getOutputs());
        return table.getRules().stream().flatMap(rule -> IntStream.range(0, columns.size())
                .boxed()
                .flatMap(column -> findings(rule, column, columns.get(column), known)));
    }

    private static Stream<Finding> findings(Rule rule, int column, Output output, KnownThings known) {
        List<OutputEntry> entries = new ArrayList<>(rule.getOutputEntries());
        if (column >= entries.size()) {
            return Stream.empty();
        }
        String cell = FeelCheck.text(entries.get(column).getDomElement());
        return Stream.concat(type(rule, output, cell), inbox(rule, output, cell, known));
    }

    private static Stream<Finding> type(Rule rule, Output output, String cell) {
        String type = String.valueOf(output.getTypeRef()).toLowerCase(Locale.ROOT);
        return cell.startsWith("\"") && OTHER_THAN_TEXT.contains(type)
                ? Stream.of(Finding.refusal(
                        rule.getId(),
                        "the rule " + rule.getId() + " answers " + cell + " in the column " + output.getName()
                                + ", whose type is " + type + ", so the table would fail; make the column a string"))
                : Stream.empty();
    }

    private static Stream<Finding> inbox(Rule rule, Output output, String cell, KnownThings known) {
        boolean isInbox = known.names().inbox().equals(output.getName());
        boolean isWrittenOut = cell.matches("\"[^\"]*\"|-?[0-9.]+");
        String key = cell.replace("\"", "");
        return isInbox
                        && isWrittenOut
                        && !known.inboxes().isEmpty()
                        && !known.inboxes().contains(key)
                ? Stream.of(Finding.warning(
                        rule.getId(),
                        "the rule " + rule.getId() + " answers " + key
                                + ", which is not the key of an inbox, so its cases stay where they came in"
                                + Suggestion.of(key, known.inboxes()) + " There are: "
                                + String.join(", ", new TreeSet<>(known.inboxes()))))
                : Stream.empty();
    }
}
