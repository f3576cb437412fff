package org.mailroom.intake;

import org.mailroom.inbox.CaseNumber;

/** What became of a received mail. A reason is a sentence for people; it never quotes the mail. */
public sealed interface Verdict {

    /** It opened this case. */
    record NewCase(CaseNumber number) implements Verdict {}

    /** It joined this case as what the customer says. */
    record FollowUp(CaseNumber number) implements Verdict {}

    /** A machine wrote it; it lies with this case and nobody has to act on it. */
    record Filed(CaseNumber number, String reason) implements Verdict {}

    /** It is nothing to work on. It stays in the log of received mail. */
    record Ignored(String reason) implements Verdict {}

    /** It may not come in. It stays in the log of received mail. */
    record Refused(String reason) implements Verdict {}
}
