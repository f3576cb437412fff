package org.mailroom.access.sessions;

import org.jspecify.annotations.Nullable;
import org.mailroom.engine.accounts.PasswordChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Ends the other sessions of a person whose password changes, on every node: whoever learned the old one is out. The session in
 * which the person changed it stays.
 */
@Component
class OtherSessions {

    private final JdbcClient jdbc;

    OtherSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void end(PasswordChanged change) {
        jdbc.sql(
                        """
                        delete from spring_session
                        where principal_name = :person and session_id is distinct from cast(:own as char(36))
                        """)
                .param("person", change.person())
                .param("own", ownSession())
                .update();
    }

    private static @Nullable String ownSession() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            var session = request.getRequest().getSession(false);
            return session == null ? null : session.getId();
        }
        return null;
    }
}
