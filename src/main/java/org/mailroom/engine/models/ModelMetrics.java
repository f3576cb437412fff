package org.mailroom.engine.models;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Says whether this node refused the models in its folders, for monitoring. */
@Component
class ModelMetrics {

    ModelMetrics(ModelWatch watch, MeterRegistry meters) {
        Gauge.builder("mailroom.models.refused", watch, models -> models.refuses() ? 1 : 0)
                .description("1 if changed models were refused and the previous ones are active")
                .register(meters);
    }
}
