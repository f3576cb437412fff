package org.mailroom.cases.loops;

import java.util.List;
import java.util.Optional;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.loops.Objection.Reason;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.outbox.AutomaticMail;
import org.springframework.stereotype.Component;

/** Nobody needs a dozen automatic mails in an hour; a machine that answers each of them does not mind. */
@Component
class AddressLimit implements Rule {

    private final AutomaticMail automatic;
    private final CaseRows rows;
    private final LoopSettings settings;

    AddressLimit(AutomaticMail automatic, CaseRows rows, LoopSettings settings) {
        this.automatic = automatic;
        this.rows = rows;
        this.settings = settings;
    }

    @Override
    public Optional<Objection> against(CaseRow row) {
        automatic.countAlone(row.requester());
        List<CaseNumber> written = automatic.to(row.requester(), settings.window());
        if (written.size() >= settings.perAddress()) {
            return Optional.of(Objection.of(Reason.ADDRESS_LIMIT));
        }
        return aboutTheSame(row, written) >= settings.perSubject()
                ? Optional.of(Objection.of(Reason.SUBJECT_LIMIT))
                : Optional.empty();
    }

    /** Of other cases: what one case may send is another limit's matter. */
    private long aboutTheSame(CaseRow row, List<CaseNumber> written) {
        Topic topic = Topic.of(row.subject());
        return written.stream()
                .filter(number -> !number.equals(row.number()))
                .flatMap(number -> rows.find(number).stream())
                .filter(other -> Topic.of(other.subject()).equals(topic))
                .count();
    }
}
