package org.mailroom.intake.threading;

import java.util.Optional;

/** One way of finding the case that a mail belongs to. */
interface Rule {

    /** Empty where the rule does not apply. */
    Optional<Found> find(Clues clues);
}
