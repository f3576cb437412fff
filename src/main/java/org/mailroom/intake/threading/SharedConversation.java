package org.mailroom.intake.threading;

import java.util.Optional;
import org.mailroom.cases.KnownCases;

/**
 * It is of the same conversation as a mail of a case, as Outlook counts conversations: some servers keep this when they take
 * away all else. Many may have got the mail that began it, so the sender must have a part in the case.
 */
class SharedConversation implements Rule {

    private final KnownCases cases;

    SharedConversation(KnownCases cases) {
        this.cases = cases;
    }

    @Override
    public Optional<Found> find(Clues clues) {
        return Optional.ofNullable(clues.message().threadIndex())
                .flatMap(cases::withThread)
                .filter(number -> cases.hasPart(number, clues.message().from()))
                .map(number -> new Found(
                        number,
                        "It has the Thread-Index of a mail of " + number + ", and the sender has a part in it."));
    }
}
