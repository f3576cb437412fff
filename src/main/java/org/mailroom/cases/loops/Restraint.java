package org.mailroom.cases.loops;

import java.util.List;
import java.util.Optional;
import org.mailroom.cases.ledger.CaseRow;
import org.springframework.stereotype.Component;

/**
 * Whether Mailroom may write to the customer of a case by itself. All rules in their order; the first that objects decides.
 * What an agent writes is never asked about.
 */
@Component
public class Restraint {

    private final List<Rule> inOrder;

    Restraint(
            Unanswerable unanswerable,
            OwnAddress own,
            FailedAddress failed,
            Echo echo,
            CaseLimit ofCase,
            AddressLimit address,
            InboxLimit inbox) {
        inOrder = List.of(unanswerable, own, failed, echo, ofCase, address, inbox);
    }

    /** Asked in the transaction that would put the mail into the outbox. */
    public Optional<Objection> objection(CaseRow row) {
        return inOrder.stream()
                .map(rule -> rule.against(row))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
