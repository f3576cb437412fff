package org.mailroom.cases.loops;

import java.util.Optional;
import org.mailroom.cases.Breakers;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.loops.Objection.Reason;
import org.mailroom.cases.mail.StopNotice;
import org.mailroom.outbox.AutomaticMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The breaker of an inbox: a machine that answers under another name about something else each time is known by nothing but
 * how much there is of it. The mail that would be one too many stops the inbox.
 */
@Component
class InboxLimit implements Rule {

    private static final Logger LOG = LoggerFactory.getLogger(InboxLimit.class);

    private final Breakers breakers;
    private final AutomaticMail automatic;
    private final StopNotice notice;
    private final LoopSettings settings;

    InboxLimit(Breakers breakers, AutomaticMail automatic, StopNotice notice, LoopSettings settings) {
        this.breakers = breakers;
        this.automatic = automatic;
        this.notice = notice;
        this.settings = settings;
    }

    @Override
    public Optional<Objection> against(CaseRow row) {
        boolean stopped = breakers.holdsBack(row.inbox()) || (isFull(row) && stop(row));
        return stopped ? Optional.of(Objection.of(Reason.INBOX_STOPPED)) : Optional.empty();
    }

    private boolean isFull(CaseRow row) {
        return automatic.reached(
                settings.perInbox(), row.inbox(), settings.inboxWindow(), breakers.resumed(row.inbox()));
    }

    private boolean stop(CaseRow row) {
        if (breakers.stop(row.inbox())) {
            LOG.error(
                    "Inbox {} sends no automatic mail any more: {} in {} are its limit",
                    row.inbox(),
                    settings.perInbox(),
                    settings.inboxWindow());
            notice.tellAdmins(row, settings.perInbox(), settings.inboxWindow());
        }
        return breakers.holdsBack(row.inbox());
    }
}
