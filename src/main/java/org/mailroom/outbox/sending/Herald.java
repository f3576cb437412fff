package org.mailroom.outbox.sending;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells the house what became of its mail, in transactions after the one that noted it. So a listener that fails cannot take
 * back that a mail was sent, which would send it twice; it is told again until it has taken the news, also after a crash.
 * So nothing is lost where a commit does not wait for the disk. Some news are told in one transaction; where a listener refuses one
 * of them, each is told alone.
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
            more = tellSome();
        }
    }

    private boolean tellSome() {
        List<News> some = new ArrayList<>();
        try {
            tell(toTell::takeNext, some);
        } catch (RuntimeException refused) {
            if (some.isEmpty()) {
                throw refused;
            } else if (some.size() == 1) {
                putOff(some.get(0), refused);
            } else {
                some.forEach(this::tellAlone);
            }
        }
        return !some.isEmpty();
    }

    private void tellAlone(News news) {
        try {
            tell(() -> toTell.take(news.id()), new ArrayList<>());
        } catch (RuntimeException refused) {
            putOff(news, refused);
        }
    }

    private void tell(Supplier<List<News>> next, List<News> told) {
        lazyCommit.of(() -> {
            told.addAll(next.get());
            told.stream().filter(news -> !news.isStale()).map(News::event).forEach(events::publishEvent);
            return toTell.told(told);
        });
    }

    private void putOff(News news, RuntimeException refused) {
        if (news.attempts() < ALARMING) {
            LOG.info("The news of outgoing mail {} met somebody at work; it is told again", news.mail());
        } else {
            LOG.error("Nobody takes the news of outgoing mail {}; it is told again", news.mail(), refused);
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(news.attempts(), 10));
        toTell.putOff(news, pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }
}
