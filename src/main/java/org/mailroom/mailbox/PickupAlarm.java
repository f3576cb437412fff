package org.mailroom.mailbox;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the house of mailboxes that are not picked up any more, whatever the reason: every node looks, also where none
 * picks up. Each is told of once, and once more when it works again.
 */
@Component
class PickupAlarm {

    private static final Logger LOG = LoggerFactory.getLogger(PickupAlarm.class);

    private final JdbcClient jdbc;
    private final MailboxAccounts accounts;
    private final PickupSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    PickupAlarm(
            JdbcClient jdbc,
            MailboxAccounts accounts,
            PickupSettings settings,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.settings = settings;
        this.events = events;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            transaction.executeWithoutResult(status -> {
                tell(newlySilent(), MailboxSilent::new);
                tell(newlyBack(), MailboxBack::new);
            });
        } catch (RuntimeException failed) {
            LOG.error("Whether all mailboxes are picked up could not be looked at: {}", Failure.of(failed));
        }
    }

    private void tell(List<Long> ids, Function<Mailbox, Object> event) {
        ids.forEach(id -> accounts.find(id).map(event).ifPresent(events::publishEvent));
    }

    private List<Long> newlySilent() {
        return jdbc.sql(
                        """
                        update mailbox_account set alarmed_at = now()
                        where alarmed_at is null and not paused and removed_at is null
                          and greatest(last_good_pickup, watched_since) < now() - make_interval(secs => :seconds)
                        returning id
                        """)
                .param("seconds", settings.alarmAfter().toSeconds())
                .query(Long.class)
                .list();
    }

    private List<Long> newlyBack() {
        return jdbc.sql(
                        """
                        update mailbox_account set alarmed_at = null
                        where alarmed_at < last_good_pickup
                        returning id
                        """)
                .query(Long.class)
                .list();
    }
}
