package org.mailroom.intake.threading;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.mailroom.message.SignedMessageIds;
import org.springframework.stereotype.Component;

/** Counts what looks like our signature and is none: made up, of another Mailroom, or of a secret that was forgotten. */
@Component
class WrongSignatures {

    private final SignedMessageIds signedIds;
    private final Counter counter;

    WrongSignatures(SignedMessageIds signedIds, MeterRegistry meters) {
        this.signedIds = signedIds;
        this.counter = Counter.builder("mailroom.signatures.wrong")
                .description("Case numbers in received mail under a signature that is not ours")
                .register(meters);
    }

    void count(Clues clues) {
        counter.increment(clues.related().stream().filter(signedIds::isForeign).count());
    }
}
