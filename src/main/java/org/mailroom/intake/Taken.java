package org.mailroom.intake;

import java.util.List;

/** A mail that was taken in. */
public record Taken(Reading reading, Verdict verdict) {

    /** Which rules decided and what they saw, one line each. */
    public List<String> evidence() {
        return reading.judgement().reasons();
    }
}
