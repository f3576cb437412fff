package org.mailroom.outbox.sending;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.mailroom.outbox.sending.Backlog.Size;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How much mail waits and failed, for who watches from outside; the same on every node. */
@Component
class OutboxMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxMetrics.class);

    private final Backlog backlog;
    private volatile Size size = new Size(0, 0, 0);

    OutboxMetrics(Backlog backlog, MeterRegistry meters) {
        this.backlog = backlog;
        gauge("mailroom.outbox.waiting", "Mails that wait to be sent", Size::waiting, meters);
        gauge("mailroom.outbox.failed", "Mails that could not be sent", Size::failed, meters);
        gauge("mailroom.outbox.oldest.waiting.seconds", "Age of the oldest mail that waits", Size::oldest, meters);
    }

    private void gauge(String name, String description, ToDoubleFunction<Size> number, MeterRegistry meters) {
        Gauge.builder(name, this, metrics -> number.applyAsDouble(metrics.size))
                .description(description)
                .register(meters);
    }

    @Scheduled(fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            size = backlog.size();
        } catch (RuntimeException failed) {
            LOG.warn("The outbox could not be counted: {}", failed.toString());
        }
    }
}
