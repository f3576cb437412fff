package org.mailroom.desk;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** People of the tests' house who are logged in; their groups are looked up as they are. */
final class Logins {

    private Logins() {}

    static RequestPostProcessor support() {
        return user("support-agent");
    }

    static RequestPostProcessor finance() {
        return user("finance-agent");
    }

    static RequestPostProcessor supervisor() {
        return user("supervisor");
    }
}
