package org.mailroom.admin.escalation;

import java.util.List;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.Cases;
import org.mailroom.inbox.EscalationRule;
import org.mailroom.inbox.EscalationRules;
import org.mailroom.inbox.InboxKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rules together with the running cases that follow them: both change, or neither. */
@Component
class Escalations {

    private final EscalationRules rules;
    private final Cases cases;

    Escalations(EscalationRules rules, Cases cases) {
        this.rules = rules;
        this.cases = cases;
    }

    /**
     * @param admin user id
     * @return how many running cases escalate at another time than before
     * @throws CaseRefusal where a case is being changed at this moment
     */
    @Transactional
    public int replace(InboxKey inbox, List<EscalationRule> wanted, String admin) {
        rules.replace(inbox, wanted);
        return cases.retimeEscalations(inbox, admin);
    }
}
