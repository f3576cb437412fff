package org.mailroom.cases.process.guard;

import org.mailroom.cases.CaseRefusal;

/** A reason to refuse what a command has made of a task. The transaction is rolled back then. */
interface ChangeRule {

    /** @throws CaseRefusal if the task may not be like this */
    void check(Change change);
}
