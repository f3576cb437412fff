package org.mailroom.intake.threading;

import java.util.List;
import java.util.Optional;
import org.mailroom.cases.KnownCases;

/** A mail of a case answers it, and goes to its author: the original came later than the answer to it. */
class LateOriginal implements Rule {

    private final KnownCases cases;

    LateOriginal(KnownCases cases) {
        this.cases = cases;
    }

    @Override
    public Optional<Found> find(Clues clues) {
        return cases.withAncestor(List.of(clues.message().id()))
                .filter(number -> cases.hasPart(number, clues.message().from()))
                .map(number -> new Found(number, "A mail of " + number + " answers it."));
    }
}
