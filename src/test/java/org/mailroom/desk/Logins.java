package org.mailroom.desk;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** People who are logged in, as the login knows them. */
final class Logins {

    private Logins() {}

    static RequestPostProcessor support() {
        return of("support-agent", "inbox-support");
    }

    static RequestPostProcessor finance() {
        return of("finance-agent", "inbox-finance");
    }

    static RequestPostProcessor supervisor() {
        return of("supervisor", "supervisors");
    }

    private static RequestPostProcessor of(String id, String group) {
        return user(id).authorities(new SimpleGrantedAuthority(group));
    }
}
