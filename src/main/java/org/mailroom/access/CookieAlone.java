package org.mailroom.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * A request to an interface that changes something and is trusted for what the browser adds by itself, so that a strange
 * page may have sent it: it needs a CSRF token. One without a session has nothing to be misused, and one that names its
 * password is its sender's own, unless it comes from another site, where a browser may have remembered the password.
 */
class CookieAlone implements RequestMatcher {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Override
    public boolean matches(HttpServletRequest request) {
        return !isReading(request) && (isFromAnotherSite(request) || hasSessionOnly(request));
    }

    static boolean isReading(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    private static boolean isFromAnotherSite(HttpServletRequest request) {
        return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
    }

    private static boolean hasSessionOnly(HttpServletRequest request) {
        return request.getSession(false) != null && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }
}
