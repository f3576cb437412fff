package org.mailroom.engine.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/**
 * Refuses a call that writes the place of an interface in a crooked way, such as {@code /%65ngine-rest}. Spring cannot
 * parse such a path and would answer 500, to anybody and with a stack trace in the log, so this comes first of all.
 */
class StraightPaths extends HttpFilter {

    private final transient Refusals refusals;

    StraightPaths(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String place = request.getContextPath() + request.getServletPath();
        String raw = request.getRequestURI();
        if (raw.equals(place) || raw.startsWith(place + "/")) {
            chain.doFilter(request, response);
        } else {
            refusals.write(response, new Refused(HttpStatus.BAD_REQUEST, "door.path"), request.getLocale());
        }
    }
}
