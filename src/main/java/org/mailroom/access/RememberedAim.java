package org.mailroom.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.util.WebUtils;

/**
 * Remembers in a cookie which page somebody wanted to see when they were sent to the login. Only a path of ours is taken from
 * it, never the address of another site.
 */
class RememberedAim implements RequestCache {

    private static final String COOKIE = "mailroom-aim";
    private static final int LONGEST = 2_000;
    private static final Duration LIFETIME = Duration.ofMinutes(30);

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String aim = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        if (isPage(request) && isOurs(aim) && aim.length() <= LONGEST) {
            set(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(aim.getBytes(StandardCharsets.UTF_8)),
                    LIFETIME,
                    request,
                    response);
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        String aim = cookie == null ? null : decoded(cookie.getValue());
        return aim != null && isOurs(aim) ? new SimpleSavedRequest(aim) : null;
    }

    /** Nothing of the remembered request but its address is used again. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        if (WebUtils.getCookie(request, COOKIE) != null) {
            set("", Duration.ZERO, request, response);
        }
    }

    private static boolean isPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return "GET".equals(request.getMethod()) && accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    /** Browsers read two slashes, or a backslash in the place of one, as the beginning of another host. */
    private static boolean isOurs(String aim) {
        return aim.startsWith("/")
                && !aim.startsWith("//")
                && aim.chars().allMatch(letter -> letter > ' ' && letter < 0x7f && letter != '\\');
    }

    private static @Nullable String decoded(String value) {
        try {
            return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException damaged) {
            return null;
        }
    }

    private static void set(String value, Duration lifetime, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(lifetime)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
