package org.mailroom.mailbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The age of the last good pickup of each mailbox that is not paused, in seconds, for who watches from outside. */
@Component
class MailboxMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxMetrics.class);

    private final MailboxAccounts accounts;
    private final Clock clock;
    private final MultiGauge ages;

    MailboxMetrics(MailboxAccounts accounts, Clock clock, MeterRegistry meters) {
        this.accounts = accounts;
        this.clock = clock;
        this.ages = MultiGauge.builder("mailroom.mailbox.last.good.pickup.age")
                .description("How long ago all of a mailbox was picked up")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            ages.register(
                    accounts.all().stream()
                            .filter(mailbox -> !mailbox.paused())
                            .map(this::age)
                            .toList(),
                    true);
        } catch (RuntimeException failed) {
            LOG.warn("The ages of pickups could not be looked at: {}", Failure.of(failed));
        }
    }

    /** Counted on from when it was looked at: it grows also while the database is away. */
    private Row<?> age(Mailbox mailbox) {
        return Row.of(
                Tags.of("mailbox", mailbox.name()), mailbox, one -> Duration.between(one.silentSince(), clock.instant())
                        .toSeconds());
    }
}
