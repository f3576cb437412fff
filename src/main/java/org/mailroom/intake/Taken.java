package org.mailroom.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.intake.threading.Found;

/**
 * A mail that was taken in.
 *
 * @param found how its case was found; null where it was not asked for, or there is none
 */
public record Taken(Reading reading, @Nullable Found found, Verdict verdict) {

    /** Which rules decided and what they saw, one line each. */
    public List<String> evidence() {
        List<String> evidence = new ArrayList<>(reading.judgement().reasons());
        if (reading.form() != null) {
            evidence.add(reading.form().evidence());
        }
        if (reading.forward() != null) {
            evidence.add(reading.forward().evidence());
        }
        if (found != null) {
            evidence.add(found.evidence());
        }
        evidence.add(reading.authentication().evidence());
        evidence.removeIf(String::isEmpty);
        return evidence;
    }
}
