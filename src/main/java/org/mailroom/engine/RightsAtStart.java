package org.mailroom.engine;

import java.util.List;
import org.mailroom.inbox.Inboxes;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the rights of every role, every inbox and every other group of the models up to date when Mailroom starts, after a first run added them. */
@Component
@Order(1)
class RightsAtStart implements ApplicationRunner {

    private final JdbcClient jdbc;
    private final Inboxes inboxes;
    private final RoleRights roles;
    private final InboxRights rights;
    private final GroupRights others;

    RightsAtStart(JdbcClient jdbc, Inboxes inboxes, RoleRights roles, InboxRights rights, GroupRights others) {
        this.jdbc = jdbc;
        this.inboxes = inboxes;
        this.roles = roles;
        this.rights = rights;
        this.others = others;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        waitForOtherNodes();
        roles.grant();
        inboxes.all().forEach(rights::grant);
        groupsOfTasks().forEach(others::grant);
    }

    /** Of the open tasks; those of the models had their rights when the models were deployed. */
    private List<String> groupsOfTasks() {
        return jdbc.sql(
                        """
                        select distinct group_id_ from act_ru_identitylink
                        where type_ = 'candidate' and task_id_ is not null and group_id_ is not null
                        """)
                .query(String.class)
                .list();
    }

    /** Two nodes that start at once would both find a filter missing and both make it. */
    private void waitForOtherNodes() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('mailroom.rights'))").query(row -> {});
    }
}
