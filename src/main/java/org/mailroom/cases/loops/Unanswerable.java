package org.mailroom.cases.loops;

import java.util.Optional;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.loops.Objection.Reason;
import org.springframework.stereotype.Component;

/** The reception said of the mail that opened the case that no machine may answer it (RFC 3834). */
@Component
class Unanswerable implements Rule {

    private final CaseRows rows;

    Unanswerable(CaseRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Objection> against(CaseRow row) {
        return row.answerable()
                ? Optional.empty()
                : Optional.of(rows.whyUnanswerable(row.number())
                        .map(Objection::new)
                        .orElse(Objection.of(Reason.UNANSWERABLE)));
    }
}
