package org.mailroom.engine.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * In a table that lets one rule apply only (hit policy Unique), no two rules apply to the same input; the table would fail.
 * In one that takes the first, no rule is below one that always applies. Says only what is certain.
 */
class OverlapCheck implements DecisionCheck {

    @Override
    public Stream<Finding> findings(DmnModelInstance model, KnownThings known) {
        return model.getModelElementsByType(DecisionTable.class).stream().flatMap(OverlapCheck::findings);
    }

    private static Stream<Finding> findings(DecisionTable table) {
        List<Rule> rules = new ArrayList<>(table.getRules());
        HitPolicy policy = table.getHitPolicy();
        List<Finding> found = new ArrayList<>();
        for (int later = 1; later < rules.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (policy == HitPolicy.UNIQUE && overlap(rules.get(earlier), rules.get(later))) {
                    found.add(both(table, rules, earlier, later));
                } else if (policy == HitPolicy.FIRST && covers(rules.get(earlier), rules.get(later))) {
                    found.add(never(rules, earlier, later));
                }
            }
        }
        return found.stream();
    }

    private static Finding both(DecisionTable table, List<Rule> rules, int earlier, int later) {
        return Finding.refusal(
                rules.get(later).getId(),
                "rules " + (earlier + 1) + " (" + rules.get(earlier).getId() + ") and " + (later + 1) + " ("
                        + rules.get(later).getId() + ") of the table " + table.getId()
                        + " can apply at the same time, and then the table fails because its hit policy is Unique;"
                        + " change one of them, or choose First");
    }

    private static Finding never(List<Rule> rules, int earlier, int later) {
        return Finding.warning(
                rules.get(later).getId(),
                "rule " + (later + 1) + " (" + rules.get(later).getId() + ") never applies, because rule "
                        + (earlier + 1) + " (" + rules.get(earlier).getId() + ") above it applies first; move it up");
    }

    private static boolean overlap(Rule one, Rule other) {
        List<String> a = cells(one);
        List<String> b = cells(other);
        for (int column = 0; column < Math.min(a.size(), b.size()); column++) {
            if (!isAny(a.get(column)) && !isAny(b.get(column)) && !share(a.get(column), b.get(column))) {
                return false;
            }
        }
        return true;
    }

    private static boolean covers(Rule earlier, Rule later) {
        List<String> a = cells(earlier);
        List<String> b = cells(later);
        for (int column = 0; column < Math.min(a.size(), b.size()); column++) {
            if (!isAny(a.get(column)) && !a.get(column).equals(b.get(column))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAny(String cell) {
        return cell.isEmpty() || cell.equals("-");
    }

    /** Equal, or lists of texts that have one in common. */
    private static boolean share(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        Set<String> common = texts(one);
        common.retainAll(texts(other));
        return !common.isEmpty();
    }

    private static Set<String> texts(String cell) {
        String texts = "\"[^\"]*\"(\\s*,\\s*\"[^\"]*\")*";
        return cell.matches(texts) ? new HashSet<>(Arrays.asList(cell.split("\\s*,\\s*"))) : new HashSet<>();
    }

    private static List<String> cells(Rule rule) {
        return rule.getInputEntries().stream().map(OverlapCheck::text).toList();
    }

    private static String text(InputEntry cell) {
        return FeelCheck.text(cell.getDomElement());
    }
}
