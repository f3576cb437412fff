package org.mailroom.cases.loops;

import java.util.Optional;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.loops.Objection.Reason;
import org.mailroom.outbox.AutomaticMail;
import org.springframework.stereotype.Component;

/** A case that is completed and reopened over and over, for instance by a machine that answers summaries, falls silent. */
@Component
class CaseLimit implements Rule {

    private final AutomaticMail automatic;
    private final LoopSettings settings;

    CaseLimit(AutomaticMail automatic, LoopSettings settings) {
        this.automatic = automatic;
        this.settings = settings;
    }

    @Override
    public Optional<Objection> against(CaseRow row) {
        return automatic.of(row.number(), settings.window()) < settings.perCase()
                ? Optional.empty()
                : Optional.of(Objection.of(Reason.CASE_LIMIT));
    }
}
