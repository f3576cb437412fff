package org.mailroom.cases;

import org.mailroom.inbox.CaseNumber;

/** There is no such case, or the agent may not see it: which of the two is not told. */
public class NoSuchCase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchCase(CaseNumber number) {
        this("There is no case " + number);
    }

    private NoSuchCase(String message) {
        super(message);
    }

    /** There is no task with the id that was asked for, or none of a case that the agent may see. */
    public static NoSuchCase ofTask() {
        return new NoSuchCase("There is no case with this task");
    }

    /** What was asked for cannot be the number of a case. */
    public static NoSuchCase ofNumber() {
        return new NoSuchCase("There is no case with this number");
    }

    /** No case has this outgoing mail. */
    public NoSuchCase(long outgoingMailId) {
        super("There is no case with the outgoing mail " + outgoingMailId);
    }
}
