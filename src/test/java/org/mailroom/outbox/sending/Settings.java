package org.mailroom.outbox.sending;

import java.time.Duration;

/** Settings of the outbox for tests: those as shipped but for short time-outs, and what is different about them. */
record Settings(OutboxSettings settings) {

    static Settings kind() {
        return new Settings(settings(3, 0, Duration.ofSeconds(1), Duration.ofSeconds(5)));
    }

    Settings looks(Duration poll) {
        return new Settings(settings(settings.connections(), settings.mailsPerMinute(), poll, settings.readTimeout()));
    }

    Settings connections(int most) {
        return new Settings(settings(most, settings.mailsPerMinute(), settings.poll(), settings.readTimeout()));
    }

    Settings mailsPerMinute(int most) {
        return new Settings(settings(settings.connections(), most, settings.poll(), settings.readTimeout()));
    }

    Settings waitsForAnAnswer(Duration time) {
        return new Settings(settings(settings.connections(), settings.mailsPerMinute(), settings.poll(), time));
    }

    private static OutboxSettings settings(int connections, int mailsPerMinute, Duration poll, Duration readTimeout) {
        return new OutboxSettings(
                true,
                connections,
                mailsPerMinute,
                Duration.ofDays(1),
                poll,
                100,
                true,
                false,
                Duration.ofSeconds(5),
                readTimeout,
                Duration.ofSeconds(5));
    }
}
