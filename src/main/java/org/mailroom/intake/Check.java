package org.mailroom.intake;

import java.util.Optional;

/** One rule by which a mail is told from an ordinary one. */
interface Check {

    /** Empty where the rule does not apply. */
    Optional<Judgement> judge(Letter letter);
}
