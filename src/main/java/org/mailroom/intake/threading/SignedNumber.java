package org.mailroom.intake.threading;

import java.util.List;
import java.util.Optional;
import org.mailroom.cases.KnownCases;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.message.MessageId;
import org.mailroom.message.SignedMessageIds;

/** It answers a mail of ours whose Message-ID carries a case number under our signature, so nobody can have made it up. */
class SignedNumber implements Rule {

    private final SignedMessageIds signedIds;
    private final KnownCases cases;

    SignedNumber(SignedMessageIds signedIds, KnownCases cases) {
        this.signedIds = signedIds;
        this.cases = cases;
    }

    @Override
    public Optional<Found> find(Clues clues) {
        return first(clues.related())
                .filter(cases::exists)
                .map(number -> new Found(number, "It answers a mail of ours that carries " + number + ", signed."));
    }

    Optional<CaseNumber> first(List<MessageId> related) {
        return related.stream()
                .map(signedIds::wordOf)
                .flatMap(Optional::stream)
                .map(CaseNumber::new)
                .findFirst();
    }
}
