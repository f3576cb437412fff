package org.mailroom.intake.threading;

import java.util.Optional;
import org.mailroom.cases.KnownCases;

/**
 * It goes back to a message that we never had, as does a mail of a case: two who got one mail answer it one after the other,
 * with us in the copy. Hundreds may have got that mail, a newsletter say, so the sender must have a part in the case.
 */
class SharedAncestor implements Rule {

    private final KnownCases cases;

    SharedAncestor(KnownCases cases) {
        this.cases = cases;
    }

    @Override
    public Optional<Found> find(Clues clues) {
        return cases.withAncestor(clues.ancestors())
                .filter(number -> cases.hasPart(number, clues.message().from()))
                .map(number -> new Found(number, "It goes back to the same message as a mail of " + number + "."));
    }
}
