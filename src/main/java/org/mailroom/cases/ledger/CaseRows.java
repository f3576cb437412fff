package org.mailroom.cases.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.NoSuchCase;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.mailroom.message.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code cases}. */
@Component
public class CaseRows {

    private static final CaseRowMapper AS_ROW = new CaseRowMapper();

    private final JdbcClient jdbc;

    CaseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param continues the closed case that this one goes on from; null for a new matter */
    public void add(CaseRow row, @Nullable CaseNumber continues) {
        jdbc.sql(
                        """
                        insert into cases (number, inbox_key, state, subject, requester_address, requester_name, answerable,
                                           owner, priority, opened_at, continues)
                        values (:number, :inbox, :state, :subject, :address, :name, :answerable,
                                :owner, :priority, :opened, :continues)
                        """)
                .param("number", row.number().value())
                .param("inbox", row.inbox().value())
                .param("state", row.state().name())
                .param("subject", row.subject())
                .param("address", row.requester().address())
                .param("name", row.requester().name())
                .param("answerable", row.answerable())
                .param("owner", row.owner())
                .param("priority", row.priority())
                .param("opened", Timestamp.from(row.opened()))
                .param("continues", continues == null ? null : continues.value())
                .update();
        HeldRows.open(row);
    }

    /** @param because why no automatic mail may go to its requester */
    public void leaveUnanswered(CaseNumber number, String because) {
        jdbc.sql("update cases set unanswerable_because = :because where number = :number")
                .param("because", because)
                .param("number", number.value())
                .update();
    }

    /** Why no automatic mail may go to the requester; empty where nobody said. */
    public Optional<String> whyUnanswerable(CaseNumber number) {
        return jdbc.sql("select nullif(unanswerable_because, '') from cases where number = :number")
                .param("number", number.value())
                .query(String.class)
                .optional();
    }

    /** The case is open: what its process has changed in it by now is written, all at once. */
    public void started(CaseNumber number, String processInstanceId) {
        HeldRows.opened(number);
        change(number, row -> row.workedBy(processInstanceId));
    }

    public Optional<CaseRow> find(CaseNumber number) {
        CaseRow held = HeldRows.get(number);
        return held == null ? read(number) : Optional.of(held);
    }

    private Optional<CaseRow> read(CaseNumber number) {
        return jdbc.sql("select * from cases where number = :number")
                .param("number", number.value())
                .query(AS_ROW)
                .optional();
    }

    /** Returns the case that this process works; empty if there is none. */
    public Optional<CaseNumber> numberOf(String processInstanceId) {
        return jdbc.sql("select number from cases where process_instance_id = :instance")
                .param("instance", processInstanceId)
                .query(String.class)
                .optional()
                .map(CaseNumber::new);
    }

    /** @throws NoSuchCase where there is none */
    public CaseRow get(CaseNumber number) {
        return find(number).orElseThrow(() -> new NoSuchCase(number));
    }

    /**
     * The case, held against everybody else who wants to change it until the transaction ends. Whoever changes a case holds it
     * before he asks the engine for anything, so two come one after the other. Others may refer to it meanwhile.
     *
     * @throws NoSuchCase where there is none
     */
    public CaseRow hold(CaseNumber number) {
        return holdIfThere(number).orElseThrow(() -> new NoSuchCase(number));
    }

    public Optional<CaseRow> holdIfThere(CaseNumber number) {
        CaseRow known = HeldRows.get(number);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<CaseRow> held = jdbc.sql("select * from cases where number = :number for no key update")
                .param("number", number.value())
                .query(AS_ROW)
                .optional();
        held.ifPresent(HeldRows::put);
        return held;
    }

    /** The open, running cases of an inbox. */
    public List<CaseRow> openIn(InboxKey inbox) {
        return jdbc.sql(
                        """
                        select * from cases
                        where inbox_key = :inbox and state = 'OPEN' and process_instance_id is not null
                        order by due_at, number
                        """)
                .param("inbox", inbox.value())
                .query(AS_ROW)
                .list();
    }

    /** The open cases that somebody with this address asked for at this time or later, the newest first; at most 20. */
    public List<CaseRow> openOf(EmailAddress requester, Instant since) {
        return jdbc.sql(
                        """
                        select * from cases
                        where lower(requester_address) = :address and opened_at >= :since and state <> 'CLOSED'
                        order by opened_at desc
                        limit 20
                        """)
                .param("address", requester.key())
                .param("since", Timestamp.from(since))
                .query(AS_ROW)
                .list();
    }

    /** @return the row as it was before */
    public CaseRow change(CaseNumber number, UnaryOperator<CaseRow> verb) {
        CaseRow before = hold(number);
        CaseRow after = verb.apply(before);
        if (!after.equals(before)) {
            HeldRows.put(after);
            if (!HeldRows.isOpening(number)) {
                write(after);
            }
        }
        return before;
    }

    /** @return the status before; null is none */
    public @Nullable String changeStatus(CaseNumber number, @Nullable String status) {
        hold(number);
        List<String> before = jdbc.sql("select status from cases where number = :number and status is not null")
                .param("number", number.value())
                .query(String.class)
                .list();
        jdbc.sql("update cases set status = :status where number = :number")
                .param("status", status)
                .param("number", number.value())
                .update();
        return before.isEmpty() ? null : before.get(0);
    }

    private void write(CaseRow row) {
        jdbc.sql(
                        """
                        update cases
                        set inbox_key = :inbox, state = :state, outcome = :outcome, contact_id = :contact, owner = :owner,
                            priority = :priority, due_at = :due, time_left_seconds = :left, escalated_until = :escalated,
                            closed_at = :closed, process_instance_id = :instance
                        where number = :number
                        """)
                .param("inbox", row.inbox().value())
                .param("state", row.state().name())
                .param("outcome", row.outcome() == null ? null : row.outcome().name())
                .param("contact", row.contactId())
                .param("owner", row.owner())
                .param("priority", row.priority())
                .param("due", timestamp(row.due()))
                .param("left", row.timeLeft() == null ? null : row.timeLeft().toSeconds())
                .param("escalated", timestamp(row.escalatedUntil()))
                .param("closed", timestamp(row.closed()))
                .param("instance", row.processInstanceId())
                .param("number", row.number().value())
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
