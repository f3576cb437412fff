package org.mailroom.cases.process;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.mailroom.cases.CaseView.State;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.engine.TrialRun;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.Inboxes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tries models with copies of cases: the case as it was opened, and the mail that opened it. */
@Component
class CopiedCases implements TrialRun {

    private static final int NORMAL_PRIORITY = 50;

    private final CaseRows rows;
    private final CaseProcess process;
    private final Inboxes inboxes;
    private final JdbcClient jdbc;
    private final Clock clock;

    CopiedCases(CaseRows rows, CaseProcess process, Inboxes inboxes, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.process = process;
        this.inboxes = inboxes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String process() {
        return CaseModel.KEY;
    }

    @Override
    public List<String> latest(int most) {
        return jdbc.sql(
                        """
                        select number from cases c
                        where exists (select from message m where m.case_number = c.number and m.received_mail_id is not null)
                        order by opened_at desc, number desc limit :most
                        """)
                .param("most", most)
                .query(String.class)
                .list();
    }

    @Override
    public Outcome open(String number, String copy) {
        CaseRow original = rows.get(new CaseNumber(number));
        CaseNumber tried = new CaseNumber(copy);
        rows.add(opened(original, tried), null);
        rows.whyUnanswerable(original.number()).ifPresent(because -> rows.leaveUnanswered(tried, because));
        copyFirstMail(number, copy);
        rows.started(tried, process.start(tried));
        CaseRow row = rows.get(tried);
        return new Outcome(
                inboxes.get(row.inbox()).name(),
                Objects.requireNonNullElse(row.owner(), ""),
                row.priority(),
                row.state().name());
    }

    private CaseRow opened(CaseRow original, CaseNumber number) {
        return new CaseRow(
                number,
                cameInto(original),
                State.OPEN,
                null,
                original.subject(),
                original.requester(),
                original.answerable(),
                null,
                null,
                NORMAL_PRIORITY,
                null,
                null,
                null,
                clock.instant(),
                null,
                null);
    }

    /** The first line of the timeline names the inbox that the mail came into; it may have been renamed since. */
    private InboxKey cameInto(CaseRow original) {
        String name = jdbc.sql(
                        "select new_value from case_event where case_number = :number and kind = 'OPENED' order by id limit 1")
                .param("number", original.number().value())
                .query(String.class)
                .optional()
                .orElse("");
        return inboxes.all().stream()
                .filter(inbox -> inbox.name().equals(name))
                .findFirst()
                .map(inbox -> inbox.key())
                .orElse(original.inbox());
    }

    private void copyFirstMail(String number, String copy) {
        jdbc.sql(
                        """
                        insert into message (case_number, direction, kind, message_id, from_address, from_name, to_addresses,
                                             cc_addresses, subject, body, new_text, html, warnings, received_mail_id, at)
                        select :copy, direction, kind, message_id, from_address, from_name, to_addresses,
                               cc_addresses, subject, body, new_text, html, warnings, received_mail_id, at
                        from message where case_number = :number and received_mail_id is not null order by id limit 1
                        """)
                .param("copy", copy)
                .param("number", number)
                .update();
    }
}
