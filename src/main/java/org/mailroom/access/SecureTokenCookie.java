package org.mailroom.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** Marks the cookies of the engine's web applications as secure if the browser came by TLS; they do not look for that. */
class SecureTokenCookie extends HttpFilter {

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, request.isSecure() ? new Secure(response) : response);
    }

    private static final class Secure extends HttpServletResponseWrapper {

        Secure(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            super.addHeader(name, secured(name, value));
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, secured(name, value));
        }

        private static String secured(String name, String value) {
            return HttpHeaders.SET_COOKIE.equalsIgnoreCase(name)
                            && !value.toLowerCase(Locale.ROOT).contains("; secure")
                    ? value + "; Secure"
                    : value;
        }
    }
}
