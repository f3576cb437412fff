package org.mailroom.cases.process.guard;

import java.util.Objects;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseRefusal.Reason;

/** Refuses changes from outside to what only Mailroom writes: a task's name and description, its deputy and its parent. */
class NamedByMailroom implements ChangeRule {

    @Override
    public void check(Change change) {
        if (!change.caller().outside()) {
            return;
        }
        TaskState before = change.before();
        TaskState after = change.after();
        if (!Objects.equals(before.deputedBy(), after.deputedBy()) || before.delegation() != after.delegation()) {
            throw new CaseRefusal(Reason.FORWARD_INSTEAD, "");
        }
        if (!Objects.equals(before.name(), after.name())
                || !Objects.equals(before.description(), after.description())
                || !Objects.equals(before.parent(), after.parent())) {
            throw new CaseRefusal(Reason.NOT_BY_HAND, "");
        }
    }
}
