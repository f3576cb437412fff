package org.mailroom.cases;

import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.cases.process.CaseProcess;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.outbox.MailSent;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutgoingMail;
import org.mailroom.outbox.OutgoingMail.State;
import org.mailroom.outbox.SendingFailed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of the mails of a case: sent, not sent, sent again. */
@Component
public class CaseSending {

    private final Outbox outbox;
    private final CaseRows rows;
    private final CaseProcess process;
    private final Timeline timeline;

    CaseSending(Outbox outbox, CaseRows rows, CaseProcess process, Timeline timeline) {
        this.outbox = outbox;
        this.rows = rows;
        this.process = process;
        this.timeline = timeline;
    }

    /**
     * Tries a mail of a case again that could not be sent.
     *
     * @throws NoSuchCase where there is no such mail, or the agent may not see its case
     */
    @Transactional
    public void sendAgain(long outgoingMailId, Agent agent) {
        OutgoingMail mail = outbox.find(outgoingMailId).orElseThrow(() -> new NoSuchCase(outgoingMailId));
        CaseNumber number = mail.caseNumber();
        if (number == null || !agent.maySee(rows.get(number).inbox())) {
            throw new NoSuchCase(outgoingMailId);
        }
        if (mail.state() != State.SENT) {
            outbox.sendAgain(outgoingMailId);
            timeline.add(number, CaseEvent.of(Kind.SEND_AGAIN, agent.id()).to(mail.subject()));
        }
    }

    @EventListener
    @Transactional
    public void on(MailSent sent) {
        CaseNumber number = sent.caseNumber();
        if (number == null || !process.waitsFor(sent.outgoingMailId())) {
            return;
        }
        rows.hold(number);
        if (process.mailSent(sent.outgoingMailId())) {
            timeline.add(number, CaseEvent.of(Kind.SENT_AFTER_FAILURE, null));
        }
    }

    @EventListener
    @Transactional
    public void on(SendingFailed failed) {
        CaseNumber number = failed.caseNumber();
        if (number == null) {
            return;
        }
        CaseRow row = rows.hold(number);
        timeline.add(
                number,
                CaseEvent.of(Kind.SENDING_FAILED, null).to(failed.subject()).because(failed.reason()));
        process.mailNotSent(row.instance(), failed.outgoingMailId(), failed.subject() + ": " + failed.reason());
    }
}
