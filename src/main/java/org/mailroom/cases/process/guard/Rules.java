package org.mailroom.cases.process.guard;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** The rules of the guard, in their order. */
class Rules {

    private final List<Rule> beforehand;
    private final List<ChangeRule> afterwards;

    Rules(Directory directory, ObjectProvider<Clock> clock) {
        beforehand = List.of(
                new NeverByHand(),
                new SupervisorsRepair(),
                new JobsOfTheHouse(),
                new ModelsInUse(),
                new CasesBeginWithMail(),
                new OwnerWorks(),
                new NothingUnknown());
        afterwards = List.of(
                new OwnerBelongsThere(directory),
                new SensibleDueDate(clock),
                new PriorityInRange(),
                new NamedByMailroom());
    }

    void check(Question question) {
        beforehand.forEach(rule -> rule.check(question));
    }

    void check(Change change) {
        afterwards.forEach(rule -> rule.check(change));
    }
}
