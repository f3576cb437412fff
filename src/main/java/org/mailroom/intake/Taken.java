package org.mailroom.intake;

import java.util.List;

/**
 * A mail that was taken in.
 *
 * @param evidence which rules decided and what they saw, one line each
 */
public record Taken(Reading reading, Verdict verdict, List<String> evidence) {

    public Taken {
        evidence = List.copyOf(evidence);
    }
}
