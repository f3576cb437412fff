package org.mailroom.outbox.sending;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Well as long as mail leaves. Mails that fail or wait for their next try are none of its business: they are the matter of
 * whoever they belong to. That no node sends is said by those that should.
 */
@Component("outboxHealthIndicator") // shown as "outbox"
class OutboxHealth extends AbstractHealthIndicator {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Backlog backlog;
    private final OutboxSettings settings;

    OutboxHealth(Backlog backlog, OutboxSettings settings) {
        super("The outbox cannot be looked at");
        this.backlog = backlog;
        this.settings = settings;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<String> stuck = backlog.stuck(PATIENCE, settings.enabled());
        if (stuck.isEmpty()) {
            health.up();
        } else {
            health.down().withDetail("stuck", stuck);
        }
    }
}
