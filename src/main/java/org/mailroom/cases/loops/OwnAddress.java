package org.mailroom.cases.loops;

import java.util.Optional;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.loops.Objection.Reason;
import org.mailroom.inbox.Inboxes;
import org.springframework.stereotype.Component;

/** Whoever asks for the answer to be sent to one of our inboxes would have us answer ourselves. */
@Component
class OwnAddress implements Rule {

    private final Inboxes inboxes;

    OwnAddress(Inboxes inboxes) {
        this.inboxes = inboxes;
    }

    @Override
    public Optional<Objection> against(CaseRow row) {
        return inboxes.withAddress(row.requester()).map(inbox -> Objection.of(Reason.OWN_ADDRESS));
    }
}
