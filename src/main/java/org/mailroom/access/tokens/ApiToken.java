package org.mailroom.access.tokens;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is listed; what its bearer shows is known to nobody but him.
 *
 * @param name unique, so that one knows which to revoke
 * @param madeBy user id of an admin
 * @param endsAt null where it lasts until it is revoked
 * @param lastUsed to the minute; null where it never was
 */
public record ApiToken(
        long id,
        String name,
        Set<Scope> scopes,
        String madeBy,
        Instant madeAt,
        @Nullable Instant endsAt,
        @Nullable Instant lastUsed) {

    public ApiToken {
        scopes = Set.copyOf(scopes);
    }

    /** Whether its end has come, from which on it is good for nothing. */
    public boolean hasEnded(Instant now) {
        return endsAt != null && !endsAt.isAfter(now);
    }
}
