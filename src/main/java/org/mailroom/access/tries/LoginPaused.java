package org.mailroom.access.tries;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;

/** There were too many wrong tries; the password was not looked at. */
public class LoginPaused extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final long seconds;

    public LoginPaused(Duration pause) {
        super("Too many wrong tries");
        seconds = Math.max(1, pause.plusMillis(999).toSeconds());
    }

    /** Finds the pause behind a refused login. */
    public static Optional<LoginPaused> in(@Nullable Throwable refused) {
        if (refused instanceof LoginPaused paused) {
            return Optional.of(paused);
        }
        return refused == null ? Optional.empty() : in(refused.getCause());
    }

    /** How long to wait, at least 1. */
    public long seconds() {
        return seconds;
    }
}
