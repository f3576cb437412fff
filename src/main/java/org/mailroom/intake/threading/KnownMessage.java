package org.mailroom.intake.threading;

import java.util.Optional;
import org.mailroom.cases.KnownCases;

/** It answers a message that a case has. */
class KnownMessage implements Rule {

    private final KnownCases cases;

    KnownMessage(KnownCases cases) {
        this.cases = cases;
    }

    @Override
    public Optional<Found> find(Clues clues) {
        return cases.withMessage(clues.related())
                .map(number -> new Found(number, "It answers a message of " + number + "."));
    }
}
