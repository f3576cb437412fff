package org.mailroom.cases.process.tasks;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailroom.cases.CaseEvent;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseRefusal.Reason;
import org.mailroom.cases.Forwarding.DueType;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.cases.process.Actor;
import org.mailroom.cases.process.CaseFacts;
import org.mailroom.cases.process.CaseModel;
import org.mailroom.cases.process.Variables;
import org.mailroom.engine.ReadsVariables;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.Inboxes;
import org.springframework.stereotype.Component;

/** Passes the case to another inbox, where nobody owns it yet. What the form or the agent chose is checked here. */
@Component
@ReadsVariables({CaseModel.FORWARD_TO, CaseModel.DUE_TYPE, CaseModel.FORWARD_DUE, CaseModel.FORWARD_MESSAGE})
class ForwardToInbox implements JavaDelegate {

    private final CaseRows rows;
    private final Inboxes inboxes;
    private final Timeline timeline;
    private final Actor actor;
    private final Clock clock;

    ForwardToInbox(CaseRows rows, Inboxes inboxes, Timeline timeline, Actor actor, Clock clock) {
        this.rows = rows;
        this.inboxes = inboxes;
        this.timeline = timeline;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseRow row = rows.get(CaseFacts.numberOf(execution));
        Inbox target = target(execution, row);
        Instant due = due(execution, row, target);
        rows.change(row.number(), held -> held.placedIn(target.key(), due).ownedBy(null));
        timeline.add(
                row.number(),
                CaseEvent.of(Kind.FORWARDED, actor.now())
                        .from(inboxes.get(row.inbox()).name())
                        .to(target.name())
                        .because(Variables.text(execution, CaseModel.FORWARD_MESSAGE)));
        if (!due.equals(row.due())) {
            timeline.add(
                    row.number(),
                    CaseEvent.of(Kind.DUE_CHANGED, actor.now()).from(row.due()).to(due));
        }
    }

    private Inbox target(DelegateExecution execution, CaseRow row) {
        String key = Variables.text(execution, CaseModel.FORWARD_TO);
        if (key.equals(row.inbox().value())) {
            throw new CaseRefusal(Reason.SAME_INBOX, key);
        }
        return inboxes.all().stream()
                .filter(inbox -> inbox.key().value().equals(key))
                .findFirst()
                .orElseThrow(() -> new CaseRefusal(Reason.NO_SUCH_INBOX, key));
    }

    private Instant due(DelegateExecution execution, CaseRow row, Inbox target) {
        Instant byTarget = clock.instant().plus(target.target());
        return switch (dueType(execution)) {
            case KEEP -> Objects.requireNonNullElse(row.due(), byTarget);
            case TARGET -> byTarget;
            case DATE -> chosen(execution);
        };
    }

    private static DueType dueType(DelegateExecution execution) {
        String name = Variables.text(execution, CaseModel.DUE_TYPE);
        return name.isEmpty() ? DueType.KEEP : DueType.valueOf(name);
    }

    private Instant chosen(DelegateExecution execution) {
        Instant due = Variables.instant(execution, CaseModel.FORWARD_DUE);
        if (due == null || !due.isAfter(clock.instant())) {
            throw new CaseRefusal(Reason.PAST_DATE, due == null ? "" : due.toString());
        }
        return due;
    }
}
