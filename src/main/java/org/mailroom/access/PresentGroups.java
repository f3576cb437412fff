package org.mailroom.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.mailroom.engine.People;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.GenericFilterBean;

/**
 * Gives whoever comes with a session the groups that he has now in the place of those that he had when he logged in: who
 * becomes an admin is one at once, and who is one no longer is none. Somebody who is not among the people any more is a
 * stranger. People are looked up only where a rule or a page asks who it is.
 */
class PresentGroups extends GenericFilterBean {

    private final People people;

    PresentGroups(People people) {
        this.people = people;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Supplier<SecurityContext> session = SecurityContextHolder.getDeferredContext();
        SecurityContextHolder.setDeferredContext(SingletonSupplier.of(() -> asOfNow(session.get())));
        chain.doFilter(request, response);
    }

    private SecurityContext asOfNow(SecurityContext session) {
        SecurityContext now = SecurityContextHolder.createEmptyContext();
        Authentication login = session.getAuthentication();
        if (login != null) {
            people.find(login.getName()).map(EngineLogin::loggedIn).ifPresent(now::setAuthentication);
        }
        return now;
    }
}
