package org.mailroom.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets every link and redirect lead to {@code mailroom.url}. The name that a request brings (Host) is the sender's word: an
 * answer that repeats it can be made to lead people elsewhere.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class OwnHost extends HttpFilter {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final URI own;

    OwnHost(@Value("${mailroom.url}") String url) {
        own = URI.create(url);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(own.getHost() == null ? request : new Addressed(request), response);
    }

    private final class Addressed extends HttpServletRequestWrapper {

        Addressed(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getScheme() {
            return own.getScheme();
        }

        @Override
        public String getServerName() {
            return own.getHost();
        }

        @Override
        public int getServerPort() {
            return own.getPort() >= 0 ? own.getPort() : own.getScheme().equals("https") ? HTTPS_PORT : HTTP_PORT;
        }

        @Override
        public StringBuffer getRequestURL() {
            String port = own.getPort() >= 0 ? ":" + own.getPort() : "";
            return new StringBuffer(own.getScheme() + "://" + own.getHost() + port + getRequestURI());
        }
    }
}
