package org.mailroom.cases.process;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.engine.VisibleToModels;
import org.mailroom.inbox.EscalationRule;
import org.mailroom.inbox.EscalationRules;
import org.springframework.stereotype.Component;

/** When a case escalates, by the rules of its inbox and its due date: {@code ${escalation.next(execution)}}. */
@Component
@VisibleToModels
public class Escalation {

    private final CaseRows rows;
    private final EscalationRules rules;
    private final Clock clock;

    Escalation(CaseRows rows, EscalationRules rules, Clock clock) {
        this.rows = rows;
        this.rules = rules;
        this.clock = clock;
    }

    /** A level of a case, with the time at which it comes. */
    public record Step(EscalationRule rule, Instant at) {}

    /** The time of the next level; a date that never comes where there is none. */
    public Date next(DelegateExecution execution) {
        return stepsAhead(rows.get(CaseFacts.numberOf(execution))).stream()
                .findFirst()
                .map(step -> Date.from(step.at()))
                .orElse(CaseFacts.NEVER);
    }

    /** The levels whose time has come and that were not carried out yet, in their order. */
    public List<Step> due(CaseRow row) {
        Instant now = clock.instant();
        return stepsAhead(row).stream().filter(step -> !step.at().isAfter(now)).toList();
    }

    private List<Step> stepsAhead(CaseRow row) {
        Instant due = row.due();
        if (due == null) {
            return List.of();
        }
        Instant done = row.escalatedUntil();
        return rules.of(row.inbox()).stream()
                .map(rule -> new Step(rule, due.plus(rule.delay())))
                .filter(step -> done == null || step.at().isAfter(done))
                .sorted(Comparator.comparing(Step::at))
                .toList();
    }
}
