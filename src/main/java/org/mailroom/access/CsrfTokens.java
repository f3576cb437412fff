package org.mailroom.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.web.util.WebUtils;

/**
 * Keeps the CSRF token of a logged-in person in the session and that of the login form in a cookie, so that a stranger who
 * only looks at the login page leaves no session in the database.
 */
class CsrfTokens implements CsrfTokenRepository {

    private static final String COOKIE = "mailroom-login-form";

    private final HttpSessionCsrfTokenRepository ofSession = new HttpSessionCsrfTokenRepository();
    private final CookieCsrfTokenRepository ofStranger = new CookieCsrfTokenRepository();

    CsrfTokens() {
        ofStranger.setCookieName(COOKIE);
        ofStranger.setCookiePath("/");
        ofStranger.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return ofSession.generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null && hasSession(request)) {
            ofSession.saveToken(token, request, response);
        } else if (token != null) {
            ofStranger.saveToken(token, request, response);
        } else {
            forget(request, response);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return hasSession(request) ? ofSession.loadToken(request) : ofStranger.loadToken(request);
    }

    private void forget(HttpServletRequest request, HttpServletResponse response) {
        ofSession.saveToken(null, request, response);
        if (WebUtils.getCookie(request, COOKIE) != null) {
            ofStranger.saveToken(null, request, response);
        }
    }

    private static boolean hasSession(HttpServletRequest request) {
        return request.getSession(false) != null;
    }
}
