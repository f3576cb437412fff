package org.mailroom.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.NamedContributor;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** A component of health for each mailbox, with the age of its last good pickup. */
@Component("mailboxes")
class MailboxesHealth implements CompositeHealthContributor {

    private final MailboxAccounts accounts;
    private final PickupSettings settings;
    private final Clock clock;

    MailboxesHealth(MailboxAccounts accounts, PickupSettings settings, Clock clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public @Nullable HealthContributor getContributor(String name) {
        return accounts.all().stream()
                .filter(mailbox -> mailbox.name().equals(name))
                .findFirst()
                .map(this::indicator)
                .orElse(null);
    }

    @Override
    public Iterator<NamedContributor<HealthContributor>> iterator() {
        return contributors().iterator();
    }

    private List<NamedContributor<HealthContributor>> contributors() {
        try {
            return accounts.all().stream()
                    .map(mailbox -> NamedContributor.of(mailbox.name(), (HealthContributor) indicator(mailbox)))
                    .toList();
        } catch (DataAccessException away) {
            HealthIndicator unknown = () -> Health.unknown()
                    .withDetail("trouble", "The database cannot be read.")
                    .build();
            return List.of(NamedContributor.of("all", (HealthContributor) unknown));
        }
    }

    private HealthIndicator indicator(Mailbox mailbox) {
        return () -> health(mailbox);
    }

    private Health health(Mailbox mailbox) {
        Duration silence = Duration.between(mailbox.silentSince(), clock.instant());
        Health.Builder health = mailbox.paused()
                ? Health.up().withDetail("paused", true)
                : silence.compareTo(settings.alarmAfter()) > 0 ? Health.down() : Health.up();
        if (mailbox.lastGoodPickup() != null) {
            health.withDetail(
                    "last_good_pickup_seconds_ago",
                    Duration.between(mailbox.lastGoodPickup(), clock.instant()).toSeconds());
        }
        if (mailbox.lastError() != null) {
            health.withDetail("trouble", mailbox.lastError());
        }
        return health.build();
    }
}
