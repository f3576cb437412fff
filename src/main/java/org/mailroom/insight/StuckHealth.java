package org.mailroom.insight;

import java.util.Map;
import org.mailroom.cases.Findings;
import org.mailroom.cases.StuckKind;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Says as health component {@code stuck} whether something is stuck. Mailroom is degraded then and not down: the rest goes on, and a
 * restart would repair nothing.
 */
@Component("stuckHealthIndicator") // shown as "stuck"
class StuckHealth extends AbstractHealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED", "Something is stuck and has to be repaired by a supervisor");

    private final Findings findings;

    StuckHealth(Findings findings) {
        super("What is stuck cannot be counted");
        this.findings = findings;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Map<StuckKind, Long> counts = findings.counts();
        health.status(counts.isEmpty() ? Status.UP : DEGRADED);
        counts.forEach((kind, count) -> health.withDetail(kind.metric(), count));
    }
}
