package org.mailroom.cases.process.guard;

import java.util.Objects;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseRefusal.Reason;
import org.mailroom.engine.Person;

/** Gives a task only to somebody who exists and may see its case. */
class OwnerBelongsThere implements ChangeRule {

    private final Directory directory;
    private final MayHave mayHave;

    OwnerBelongsThere(Directory directory, MayHave mayHave) {
        this.directory = directory;
        this.mayHave = mayHave;
    }

    @Override
    public void check(Change change) {
        String owner = change.after().assignee();
        if (owner == null || Objects.equals(owner, change.before().assignee())) {
            return;
        }
        Person person = directory.find(owner).orElseThrow(() -> new CaseRefusal(Reason.NO_SUCH_PERSON, owner));
        if (!mayHave.test(person.groups(), owner, change.task())) {
            throw new CaseRefusal(Reason.NOT_A_MEMBER, owner);
        }
    }
}
