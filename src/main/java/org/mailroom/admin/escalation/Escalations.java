package org.mailroom.admin.escalation;

import java.util.List;
import java.util.Objects;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.Cases;
import org.mailroom.cases.Retimed;
import org.mailroom.inbox.EscalationRule;
import org.mailroom.inbox.EscalationRules;
import org.mailroom.inbox.InboxKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The rules together with the running cases that follow them: both change, or neither. */
@Component
class Escalations {

    private final EscalationRules rules;
    private final Cases cases;
    private final TransactionTemplate transaction;

    Escalations(EscalationRules rules, Cases cases, TransactionTemplate transaction) {
        this.rules = rules;
        this.cases = cases;
        this.transaction = transaction;
    }

    /**
     * Tries what {@link #replace} would do, and undoes it.
     *
     * @throws CaseRefusal if a case is being changed at this moment
     */
    Retimed effect(InboxKey inbox, List<EscalationRule> wanted, String admin) {
        return Objects.requireNonNull(transaction.execute(trial -> {
            trial.setRollbackOnly();
            rules.replace(inbox, wanted);
            return cases.retimeEscalations(inbox, admin);
        }));
    }

    /**
     * @param admin user id
     * @return how many running cases escalate at another time than before
     * @throws CaseRefusal where a case is being changed at this moment
     */
    @Transactional
    public int replace(InboxKey inbox, List<EscalationRule> wanted, String admin) {
        rules.replace(inbox, wanted);
        return cases.retimeEscalations(inbox, admin).moved();
    }
}
