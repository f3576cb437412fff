package org.mailroom.cases;

import java.util.List;
import java.util.Optional;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.message.MessageId;
import org.springframework.stereotype.Component;

/** All cases, as the reception sees them. Every call takes part in the caller's transaction. */
@Component
public class Cases {

    /** Opens a case and starts its process. */
    public CaseNumber open(NewCase newCase) {
        throw new UnsupportedOperationException();
    }

    /** Adds a message to its case and, unless it is automatic, tells the process that the customer replied. */
    public void join(FollowUp followUp) {
        throw new UnsupportedOperationException();
    }

    /** The case that has one of these messages; of several, that of the first in the list that is known. */
    public Optional<CaseNumber> withMessage(List<MessageId> ids) {
        throw new UnsupportedOperationException();
    }

    public boolean exists(CaseNumber number) {
        throw new UnsupportedOperationException();
    }
}
