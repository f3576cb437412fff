package org.mailroom.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Refuses a change in a web application of the engine without the application's CSRF token, and a logout too. The engine's own
 * check ends the session of whoever sends a wrong one, so that any strange page could log a person out.
 */
class WebappToken extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpSession session = request.getSession(false);
        if (session == null || CookieAlone.isReading(request) || isTokenOf(session, shown(request))) {
            chain.doFilter(request, response);
        } else {
            Refusal.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "The CSRF token of the application is missing or wrong. Please load the page again.");
        }
    }

    private static @Nullable String shown(HttpServletRequest request) {
        return request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
    }

    private static boolean isTokenOf(HttpSession session, @Nullable String shown) {
        return shown != null
                && session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME) instanceof String expected
                && MessageDigest.isEqual(bytes(expected), bytes(shown));
    }

    private static byte[] bytes(String token) {
        return token.getBytes(StandardCharsets.UTF_8);
    }
}
