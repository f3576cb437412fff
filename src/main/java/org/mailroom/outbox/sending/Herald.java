package org.mailroom.outbox.sending;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells the house what became of its mail, each news in a transaction of its own and after the one that noted it. So a
 * listener that fails cannot take back that a mail was sent, which would send it twice; it is told again until it has
 * taken the news, also after a crash. So nothing is lost where a commit does not wait for the disk.
 */
@Component
class Herald {

    private static final Logger LOG = LoggerFactory.getLogger(Herald.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** To meet a job of the case at work once or twice is usual; to be refused so often is not. */
    private static final int ALARMING = 3;

    private final NewsToTell toTell;
    private final ApplicationEventPublisher events;
    private final LazyCommit lazyCommit;

    Herald(NewsToTell toTell, ApplicationEventPublisher events, LazyCommit lazyCommit) {
        this.toTell = toTell;
        this.events = events;
        this.lazyCommit = lazyCommit;
    }

    void tellAll() {
        boolean more = true;
        while (more) {
            more = tellNext();
        }
    }

    private boolean tellNext() {
        var telling = new AtomicReference<@Nullable News>();
        try {
            lazyCommit.of(() -> {
                Optional<News> next = toTell.takeNext();
                telling.set(next.orElse(null));
                next.ifPresent(this::tell);
                return next;
            });
        } catch (RuntimeException refused) {
            putOff(telling.get(), refused);
        }
        return telling.get() != null;
    }

    private void tell(News news) {
        if (!news.isStale()) {
            events.publishEvent(news.event());
        }
        toTell.told(news);
    }

    private void putOff(@Nullable News news, RuntimeException refused) {
        if (news == null) {
            throw refused;
        }
        if (news.attempts() < ALARMING) {
            LOG.info("The news of outgoing mail {} met somebody at work; it is told again", news.mail());
        } else {
            LOG.error("Nobody takes the news of outgoing mail {}; it is told again", news.mail(), refused);
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(news.attempts(), 10));
        toTell.putOff(news, pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }
}
