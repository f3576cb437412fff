package org.mailroom.intake.threading;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.cases.KnownCases;
import org.mailroom.inbox.CaseNumber;

/**
 * Its subject names a case. Anybody can guess a number, so this counts only from somebody who has a part in the case; from
 * others it is no more than a hint.
 */
class NumberInSubject implements Rule {

    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}-])[A-Za-z][A-Za-z0-9]{0,9}-\\d{1,18}(?![\\p{N}-])");
    private static final int MOST_NUMBERS = 5;

    private final KnownCases cases;

    NumberInSubject(KnownCases cases) {
        this.cases = cases;
    }

    @Override
    public Optional<Found> find(Clues clues) {
        return named(clues)
                .filter(number -> cases.hasPart(number, clues.message().from()))
                .findFirst()
                .map(number -> new Found(number, "Its subject names " + number + ", and the sender has a part in it."));
    }

    /** The cases that the subject names, whoever wrote it. */
    Stream<CaseNumber> named(Clues clues) {
        return NUMBER.matcher(clues.message().subject())
                .results()
                .limit(MOST_NUMBERS)
                .map(match -> new CaseNumber(match.group().toUpperCase(Locale.ROOT)))
                .filter(cases::exists);
    }
}
