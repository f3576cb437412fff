package org.mailroom.cases.process.guard;

import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseRefusal.Reason;

/** Keeps priorities between 0 and 100, which is what escalation counts with. */
class PriorityInRange implements ChangeRule {

    private static final int HIGHEST = 100;

    @Override
    public void check(Change change) {
        int priority = change.after().priority();
        if (priority != change.before().priority() && (priority < 0 || priority > HIGHEST)) {
            throw new CaseRefusal(Reason.PRIORITY_RANGE, Integer.toString(HIGHEST));
        }
    }
}
