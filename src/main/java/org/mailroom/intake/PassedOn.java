package org.mailroom.intake;

import org.mailroom.inbox.InboxKey;
import org.mailroom.intake.forward.SubjectLine;
import org.mailroom.intake.forward.SubjectLine.Opening;

/** A mail of a case that somebody forwards to another inbox: it is meant for the people there, and a case of its own. */
final class PassedOn {

    private PassedOn() {}

    /**
     * Whether it is one.
     *
     * @param account the inbox whose account it came in by
     * @param caseInbox where the case is that it belongs to
     */
    static boolean is(Letter letter, Reading reading, InboxKey account, InboxKey caseInbox) {
        Opening opening = SubjectLine.of(letter.message().subject()).opening();
        boolean forwarded = opening == Opening.FORWARD || (reading.forward() != null && opening != Opening.REPLY);
        return forwarded && !Addressee.of(letter, account).equals(caseInbox);
    }
}
