package org.mailroom.mailserver;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An access token.
 *
 * @param until when it ends
 * @param refreshToken the one that takes the place of the one by which this was got; null where that one stays
 */
record AccessToken(String value, Instant until, @Nullable String refreshToken) {

    /** Long enough for a connection to be made, and for a service that is away for a moment. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    boolean isToBeRenewed(Instant now) {
        return until.minus(AHEAD).isBefore(now);
    }

    boolean isValid(Instant now) {
        return until.isAfter(now);
    }

    /** Without the tokens, so that none is ever logged. */
    @Override
    public String toString() {
        return "AccessToken[until " + until + "]";
    }
}
