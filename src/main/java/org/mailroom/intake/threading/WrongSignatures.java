package org.mailroom.intake.threading;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.stream.Stream;
import org.mailroom.cases.KnownCases;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.SignedMessageIds;
import org.mailroom.message.SignedReferences;
import org.springframework.stereotype.Component;

/** Counts what looks like our signature and is none: made up, of another Mailroom, or of a secret that was forgotten. */
@Component
class WrongSignatures {

    private final SignedMessageIds signedIds;
    private final SignedReferences references;
    private final KnownCases cases;
    private final Counter counter;

    WrongSignatures(SignedMessageIds signedIds, SignedReferences references, KnownCases cases, MeterRegistry meters) {
        this.signedIds = signedIds;
        this.references = references;
        this.cases = cases;
        this.counter = Counter.builder("mailroom.signatures.wrong")
                .description("Case numbers in received mail under a signature that is not ours")
                .register(meters);
    }

    void count(Clues clues) {
        counter.increment(clues.related().stream().filter(signedIds::isForeign).count() + wrongReferences(clues));
    }

    /** Many words have the form of a reference, so only those count that name a case. */
    private long wrongReferences(Clues clues) {
        return Stream.concat(
                        Stream.of(clues.message().subject(), clues.message().text()),
                        clues.recipients().stream().map(EmailAddress::address))
                .flatMap(references::foreignIn)
                .distinct()
                .map(CaseNumber::new)
                .filter(cases::exists)
                .count();
    }
}
