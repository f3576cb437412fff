package org.mailroom.engine;

import org.mailroom.inbox.Inboxes;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the rights of every role and every inbox up to date when Mailroom starts, after a first run added them. */
@Component
@Order(1)
class RightsAtStart implements ApplicationRunner {

    private final JdbcClient jdbc;
    private final Inboxes inboxes;
    private final RoleRights roles;
    private final InboxRights rights;

    RightsAtStart(JdbcClient jdbc, Inboxes inboxes, RoleRights roles, InboxRights rights) {
        this.jdbc = jdbc;
        this.inboxes = inboxes;
        this.roles = roles;
        this.rights = rights;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        waitForOtherNodes();
        roles.grant();
        inboxes.all().forEach(rights::grant);
    }

    /** Two nodes that start at once would both find a filter missing and both make it. */
    private void waitForOtherNodes() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('mailroom.rights'))").query(row -> {});
    }
}
