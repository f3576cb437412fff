package org.mailroom.engine.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets a call through to the engine or says why not. */
class Door extends HttpFilter {

    private final transient Bodies bodies = new Bodies();
    private final transient PlainValues values = new PlainValues();
    private final transient Refusals refusals;

    Door(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest checked;
        try {
            checked = checked(request);
        } catch (Refused refused) {
            refusals.write(response, refused, request.getLocale());
            return;
        }
        chain.doFilter(checked, response);
    }

    private HttpServletRequest checked(HttpServletRequest request) throws IOException {
        if (isDeployment(request)) {
            return new CheckedRequest(request, null);
        }
        byte[] body = bodies.read(request);
        values.check(bodies.parse(body));
        return new CheckedRequest(request, body);
    }

    private static boolean isDeployment(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/deployment/create");
    }
}
