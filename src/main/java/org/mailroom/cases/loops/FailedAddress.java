package org.mailroom.cases.loops;

import java.util.Optional;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.loops.Objection.Reason;
import org.springframework.stereotype.Component;

/** To write again and again where nobody is makes a bad name for the mail server; people may still try. */
@Component
class FailedAddress implements Rule {

    private final FailedAddresses addresses;
    private final LoopSettings settings;

    FailedAddress(FailedAddresses addresses, LoopSettings settings) {
        this.addresses = addresses;
        this.settings = settings;
    }

    @Override
    public Optional<Objection> against(CaseRow row) {
        return addresses.failed(row.requester(), settings.failedAddress())
                ? Optional.of(Objection.of(Reason.FAILED_ADDRESS))
                : Optional.empty();
    }
}
