package org.mailroom.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import org.mailroom.access.tries.LoginPaused;
import org.mailroom.access.tries.Tries;

/**
 * Counts wrong tries of the own password that the engine asks for when a password is changed. Whoever found a browser left open
 * could guess it there otherwise.
 */
class OwnPasswordTries extends HttpFilter {

    private static final String CREDENTIALS = "/credentials";

    private final transient Tries tries;

    OwnPasswordTries(Tries tries) {
        this.tries = tries;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Principal person = request.getUserPrincipal();
        if (person == null || !request.getRequestURI().contains(CREDENTIALS) || CookieAlone.isReading(request)) {
            chain.doFilter(request, response);
            return;
        }
        Duration pause = tries.begin(person.getName(), request.getRemoteAddr());
        if (!pause.isZero()) {
            Unauthorized.askToWait(response, new LoginPaused(pause).seconds());
            return;
        }
        chain.doFilter(request, response);
        if (!WrongOwnPassword.isIn(request)) {
            tries.succeed(person.getName(), request.getRemoteAddr());
        }
    }
}
