package org.mailroom.admin.outbox;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.Agent;
import org.mailroom.cases.CaseSending;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutgoingLine;
import org.mailroom.outbox.OutgoingMail.State;
import org.mailroom.outbox.OutgoingMailLog;
import org.mailroom.outbox.OutgoingQuestion;
import org.springframework.stereotype.Component;

/** Sends mails again for an admin, each with its line on the timeline of its case, if it has one. */
@Component
class SendingAgain {

    private static final int AT_ONCE = 200;

    private final OutgoingMailLog log;
    private final CaseSending cases;
    private final Outbox outbox;

    SendingAgain(OutgoingMailLog log, CaseSending cases, Outbox outbox) {
        this.log = log;
        this.cases = cases;
        this.outbox = outbox;
    }

    /** @return how many; those that were sent already are none */
    long send(List<Long> ids, String admin) {
        return ids.stream()
                .flatMap(id -> log.line(id).stream())
                .filter(line -> send(line, admin))
                .count();
    }

    long sendAll(OutgoingQuestion failed, String admin) {
        long sent = 0;
        Long after = failed.after();
        List<OutgoingLine> lines;
        do {
            lines = log.lines(new OutgoingQuestion(failed.show(), failed.inbox(), failed.words(), after), AT_ONCE);
            sent += lines.stream().filter(line -> send(line, admin)).count();
            after = last(lines);
        } while (lines.size() == AT_ONCE);
        return sent;
    }

    private static @Nullable Long last(List<OutgoingLine> lines) {
        return lines.isEmpty() ? null : (Long) lines.get(lines.size() - 1).id();
    }

    private boolean send(OutgoingLine line, String admin) {
        if (line.state() == State.SENT) {
            return false;
        }
        if (line.caseNumber() == null) {
            outbox.sendAgain(line.id());
        } else {
            cases.sendAgain(line.id(), new Agent(admin, Set.of(), true));
        }
        return true;
    }
}
