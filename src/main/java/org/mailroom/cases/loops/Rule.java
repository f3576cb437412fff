package org.mailroom.cases.loops;

import java.util.Optional;
import org.mailroom.cases.ledger.CaseRow;

/** One rule that can keep an automatic mail of a case from leaving. */
interface Rule {

    Optional<Objection> against(CaseRow row);
}
