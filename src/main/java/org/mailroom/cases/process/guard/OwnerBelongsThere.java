package org.mailroom.cases.process.guard;

import java.util.Objects;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseRefusal.Reason;
import org.mailroom.engine.Person;

/** Gives a task only to somebody who exists and may see its case. */
class OwnerBelongsThere implements ChangeRule {

    private final Directory directory;

    OwnerBelongsThere(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void check(Change change) {
        String owner = change.after().assignee();
        if (owner == null || Objects.equals(owner, change.before().assignee())) {
            return;
        }
        Person person = directory.find(owner).orElseThrow(() -> new CaseRefusal(Reason.NO_SUCH_PERSON, owner));
        if (!MayHave.test(owner, person.groups(), change.task())) {
            throw new CaseRefusal(Reason.NOT_A_MEMBER, owner);
        }
    }
}
