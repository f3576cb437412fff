package org.mailroom.engine.models;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.mailroom.engine.ProcessNames;
import org.mailroom.engine.ReadsVariables;

/** Holds a small model against one rule, in surroundings in which a few beans, forms and groups are there. */
final class CheckedModel {

    static final KnownThings KNOWN = new KnownThings(
            Map.of("sendReply", SendReply.class, "caseFacts", Facts.class, "placeInInbox", Place.class),
            Map.of("answer", form("answer", "outcome", "complete", "wait", "forward"), "plain", form("plain", "text")),
            Map.of(
                    "routing", new KnownDecision(List.of("sender"), List.of("inbox"), true),
                    "two", new KnownDecision(List.of("sender"), List.of("inbox", "priority"), true),
                    "many", new KnownDecision(List.of("sender"), List.of("inbox"), false)),
            Set.of("case", "other"),
            Set.of("CustomerReplied", "CancelCase"),
            Set.of("supervisors", "inbox-support"),
            Set.of("support", "finance"),
            new ProcessNames(
                    "case",
                    Set.of("CancelCase"),
                    Set.of("ResumeCase"),
                    "escalationDue",
                    Map.of("outcome", Set.of("complete", "wait", "forward")),
                    Set.of("outgoingMail"),
                    "inbox"),
            Instant.parse("2026-12-01T00:00:00Z"));

    private CheckedModel() {}

    static class SendReply {}

    @ReadsVariables("inbox")
    static class Place {}

    static class Facts {

        public String owner(DelegateExecution execution) {
            return "owner of " + execution.getId();
        }

        public String getTitle() {
            return "title";
        }
    }

    /** What the rule refuses in a file with this inside. */
    static List<String> refusals(ProcessCheck check, String inside) {
        return sentences(check, inside, true);
    }

    /** What the rule warns of in a file with this inside. */
    static List<String> warnings(ProcessCheck check, String inside) {
        return sentences(check, inside, false);
    }

    static List<String> refusals(DecisionCheck check, String inside) {
        return sentences(check, inside, true);
    }

    static List<String> warnings(DecisionCheck check, String inside) {
        return sentences(check, inside, false);
    }

    private static List<String> sentences(ProcessCheck check, String inside, boolean refusals) {
        String xml =
                """
                <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'
                  xmlns:camunda='http://camunda.org/schema/1.0/bpmn'
                  xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' targetNamespace='t'>%s</definitions>"""
                        .formatted(inside);
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        return check.findings(model, KNOWN)
                .filter(finding -> finding.refuses() == refusals)
                .map(Finding::sentence)
                .toList();
    }

    private static List<String> sentences(DecisionCheck check, String inside, boolean refusals) {
        String xml =
                """
                <definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'
                  xmlns:camunda='http://camunda.org/schema/1.0/dmn' id='d' name='d' namespace='t'>%s</definitions>"""
                        .formatted(inside);
        var model = Dmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        return check.findings(model, KNOWN)
                .filter(finding -> finding.refuses() == refusals)
                .map(Finding::sentence)
                .toList();
    }

    /** A table with one input; each rule is an input and an answer. */
    static String table(String hitPolicy, String column, String... cells) {
        var rules = new StringBuilder();
        for (int rule = 0; rule < cells.length; rule += 2) {
            rules.append(
                    "<rule id='r%1$d'><inputEntry id='i%1$d'><text>%2$s</text></inputEntry><outputEntry id='o%1$d'><text>%3$s</text></outputEntry></rule>"
                            .formatted(rule / 2 + 1, cells[rule], cells[rule + 1]));
        }
        return """
                <decision id='asked' name='Asked'><decisionTable id='table' hitPolicy='%s'>
                <input id='in'><inputExpression id='ie' typeRef='string'><text>sender</text></inputExpression></input>
                <output id='out' %s/>%s</decisionTable></decision>"""
                .formatted(hitPolicy, column, rules);
    }

    private static FormFile form(String id, String key, String... choices) {
        return new FormFile(id + ".form", id, List.of(new FormFile.Field(key, Set.of(choices))), List.of());
    }
}
