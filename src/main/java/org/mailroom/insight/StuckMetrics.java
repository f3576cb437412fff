package org.mailroom.insight;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.mailroom.cases.Findings;
import org.mailroom.cases.StuckKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts what is stuck, by kind, as {@code mailroom_stuck}; every node says the same. */
@Component
class StuckMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(StuckMetrics.class);

    private final Findings findings;
    private volatile Map<StuckKind, Long> counts = Map.of();

    StuckMetrics(Findings findings, MeterRegistry meters) {
        this.findings = findings;
        for (StuckKind kind : StuckKind.values()) {
            Gauge.builder("mailroom.stuck", this, metrics -> metrics.counts.getOrDefault(kind, 0L))
                    .description("How many cases, steps and mails are stuck")
                    .tag("kind", kind.metric())
                    .register(meters);
        }
    }

    @Scheduled(fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            counts = findings.counts();
        } catch (RuntimeException failed) {
            LOG.warn("What is stuck could not be counted: {}", failed.getClass().getName());
        }
    }
}
