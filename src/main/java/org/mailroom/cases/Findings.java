package org.mailroom.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.ledger.FindingRows;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.cases.mail.StuckNotice;
import org.mailroom.cases.process.FailedSteps;
import org.mailroom.inbox.CaseNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers what is stuck: each thing is noted once when it is found and once when it is over, on the timeline of its case too, and
 * supervisors and admins are told of it once.
 */
@Component
public class Findings {

    /** So long people are left alone after a mail: what gets stuck meanwhile is told in the next one. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private static final Duration KEPT = Duration.ofDays(90);

    private final FindingRows rows;
    private final FailedSteps steps;
    private final Timeline timeline;
    private final StuckNotice notice;
    private final Clock clock;

    Findings(FindingRows rows, FailedSteps steps, Timeline timeline, StuckNotice notice, Clock clock) {
        this.rows = rows;
        this.steps = steps;
        this.timeline = timeline;
        this.notice = notice;
        this.clock = clock;
    }

    /**
     * Notes what is new, and what is over because it was found no more.
     *
     * @param kinds what was looked for
     * @param found all that was found of these kinds
     */
    @Transactional
    public void settle(Set<StuckKind> kinds, List<Found> found) {
        Map<String, Finding> gone = new HashMap<>();
        rows.open(kinds).forEach(finding -> gone.put(key(finding.kind(), finding.thing()), finding));
        for (Found now : found) {
            if (gone.remove(key(now.kind(), now.thing())) == null) {
                begin(now);
            }
        }
        gone.values().forEach(this::end);
        rows.forget(clock.instant().minus(KEPT));
    }

    private static String key(StuckKind kind, String thing) {
        return kind + " " + thing;
    }

    private void begin(Found found) {
        if (found.kind() != StuckKind.FAILED_STEP) {
            rows.add(found, null, found.cause());
            write(found.number(), CaseEvent.of(Kind.STUCK, null).to(found.kind()));
            return;
        }
        FailedSteps.Failure failure = steps.failure(found.thing());
        rows.add(found, failure.step(), failure.cause());
        write(
                found.number(),
                CaseEvent.of(Kind.STEP_FAILED, null).from(failure.cause()).to(failure.step()));
    }

    private void end(Finding finding) {
        rows.over(finding.id());
        CaseEvent event = finding.kind() == StuckKind.FAILED_STEP
                ? CaseEvent.of(Kind.STEP_OVER, null).to(finding.step())
                : CaseEvent.of(Kind.STUCK_OVER, null).to(finding.kind());
        write(finding.number(), event);
    }

    private void write(@Nullable CaseNumber number, CaseEvent event) {
        if (number != null) {
            timeline.add(number, event);
        }
    }

    /** Sends supervisors and admins one mail about all that they have not been told of yet. */
    @Transactional
    public void tell() {
        List<Finding> untold = rows.untold();
        if (!untold.isEmpty() && !toldSince(clock.instant().minus(PAUSE)) && notice.tell(untold)) {
            rows.told(untold);
        }
    }

    private boolean toldSince(Instant then) {
        return rows.lastTold().filter(then::isBefore).isPresent();
    }

    /** Returns all that is stuck, the oldest first. */
    public List<Finding> open() {
        return rows.open();
    }

    /** Returns all of a kind that is stuck, the oldest first. */
    public List<Finding> open(StuckKind kind) {
        return rows.open(Set.of(kind));
    }

    /** Returns empty if there is no such finding, or it is over. */
    public Optional<Finding> open(long id) {
        return rows.open(id);
    }

    public List<Finding> openOf(CaseNumber number) {
        return rows.openOf(number);
    }

    /** Returns how many things of each kind are stuck; a kind of which nothing is stuck is missing. */
    public Map<StuckKind, Long> counts() {
        return rows.open().stream().collect(Collectors.groupingBy(Finding::kind, Collectors.counting()));
    }
}
