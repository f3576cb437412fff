package org.mailroom.cases.process.guard;

import org.mailroom.cases.CaseRefusal;

/** A reason to refuse a command before it changes anything. */
interface Rule {

    /** @throws CaseRefusal if the person may not do this */
    void check(Question question);
}
