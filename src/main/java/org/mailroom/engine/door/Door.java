package org.mailroom.engine.door;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Lets a call through to the engine if its caller may make it and what it brings is harmless, and else says why not. */
class Door extends HttpFilter {

    private static final EngineCall DEPLOYMENT = new EngineCall("POST", "/deployment/create");

    private final transient Bodies bodies = new Bodies();
    private final transient PlainValues values = new PlainValues();
    private final transient NeededFields needed = new NeededFields();
    private final transient DoorList list;
    private final transient KnownIds ids;
    private final transient FormFields fields;
    private final transient Refusals refusals;

    Door(DoorList list, KnownIds ids, FormFields fields, Refusals refusals) {
        this.list = list;
        this.ids = ids;
        this.fields = fields;
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
        EngineCall call = EngineCall.of(request);
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        list.check(call, rolesOf(login), login.getName());
        if (call.equals(DEPLOYMENT)) {
            return new CheckedRequest(request, null);
        }
        byte[] body = bodies.read(request);
        JsonNode content = bodies.parse(body);
        values.check(content);
        ids.check(call);
        needed.check(call, content);
        fields.check(call, content);
        return new CheckedRequest(request, body);
    }

    private static Set<Role> rolesOf(Authentication login) {
        return Role.of(login.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet()));
    }
}
