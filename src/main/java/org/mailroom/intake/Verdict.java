package org.mailroom.intake;

import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.Inbox;

/** What became of a received mail. A reason is a sentence for people; it never quotes the mail. */
public sealed interface Verdict {

    /** It opened this case. */
    record NewCase(CaseNumber number) implements Verdict {}

    /** It joined this case as what the customer says. */
    record FollowUp(CaseNumber number) implements Verdict {}

    /** A machine wrote it; it lies with this case and nobody has to act on it. */
    record Filed(CaseNumber number, String reason) implements Verdict {}

    /** It would open a case in an inbox that is switched off. It stays in the log of received mail, to be taken in again. */
    record SwitchedOff(Inbox inbox) implements Verdict {

        public String reason() {
            return "Inbox disabled: " + inbox.name() + " receives no mail.";
        }
    }

    /** It is nothing to work on. It stays in the log of received mail. */
    record Ignored(String reason) implements Verdict {}

    /** It may not come in. It stays in the log of received mail. */
    record Refused(String reason) implements Verdict {}
}
