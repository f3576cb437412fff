package org.mailroom.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.mailroom.access.tries.LoginPaused;
import org.mailroom.access.tries.Tries;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Answers 401 to a program without a login and asks it for one (RFC 7617), or says what is wrong with its token (RFC 6750).
 * A browser is not asked: it would show a dialogue of its own and keep the password where no logout reaches it.
 */
class Unauthorized implements AuthenticationEntryPoint {

    private final AuthenticationEntryPoint token = new BearerTokenAuthenticationEntryPoint();
    private final Tries tries;

    Unauthorized(Tries tries) {
        this.tries = tries;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        Optional<LoginPaused> paused = paused(request, reason);
        if (paused.isPresent()) {
            askToWait(response, paused.get().seconds());
            return;
        }
        if (reason instanceof OAuth2AuthenticationException) {
            token.commence(request, response, reason);
            Refusal.write(response, HttpStatus.UNAUTHORIZED, "The token is unknown, has ended or was revoked.");
            return;
        }
        if (request.getHeader("Sec-Fetch-Site") == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Mailroom\", charset=\"UTF-8\"");
        }
        Refusal.write(response, HttpStatus.UNAUTHORIZED, "Please show a token, or log in.");
    }

    /** A token that nobody has counts for the address from which it was tried. */
    private Optional<LoginPaused> paused(HttpServletRequest request, AuthenticationException reason) {
        if (reason instanceof OAuth2AuthenticationException) {
            Duration pause = tries.wrongToken(request.getRemoteAddr());
            return pause.isZero() ? Optional.empty() : Optional.of(new LoginPaused(pause));
        }
        return LoginPaused.in(reason);
    }

    /** Says how long to wait (RFC 6585, 4). */
    static void askToWait(HttpServletResponse response, long seconds) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        Refusal.write(
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "There were too many wrong tries. Please try again in " + seconds + " seconds.");
    }
}
