package org.mailroom.cases.process.tasks;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseEvent;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.cases.loops.Objection;
import org.mailroom.cases.loops.Restraint;
import org.springframework.stereotype.Component;

/** Sends an automatic mail to which nobody objects; otherwise the objection stands on the timeline in its place. */
@Component
class Unobjected {

    private final Restraint restraint;
    private final Timeline timeline;

    Unobjected(Restraint restraint, Timeline timeline) {
        this.restraint = restraint;
        this.timeline = timeline;
    }

    /** @return the id of the outgoing mail; null where none leaves, so that nothing waits for it */
    @Nullable
    Long send(CaseRow row, Kind suppressed, LongSupplier mail) {
        Optional<Objection> objection = restraint.objection(row);
        objection.ifPresent(because ->
                timeline.add(row.number(), CaseEvent.of(suppressed, null).because(because.note())));
        return objection.isPresent() ? null : Long.valueOf(mail.getAsLong());
    }
}
