package org.mailroom.cases;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.mailroom.cases.ledger.DeletedCases;
import org.mailroom.cases.process.CaseProcess;
import org.mailroom.inbox.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Deletes closed cases whose time is over, and with them all that says who wrote and what. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OldCases {

    private final JdbcClient jdbc;
    private final DeletedCases ledger;
    private final CaseProcess process;

    OldCases(JdbcClient jdbc, DeletedCases ledger, CaseProcess process) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.process = process;
    }

    /**
     * Cases that were closed before, can no longer be reopened by a reply and have sent all their mail, each with those that
     * were merged into it; held until the transaction ends. A case that was merged stays as long as the one it is part of.
     */
    public List<CaseNumber> closed(Instant before, int most) {
        return jdbc.sql(
                        """
                        with recursive old as (
                            select number from cases c
                            where state = 'CLOSED' and closed_at < :before and merged_into is null
                              and not exists (select from act_ru_execution e where e.proc_inst_id_ = c.process_instance_id)
                              and not exists (select from outgoing_mail m
                                              where m.case_number = c.number and m.state = 'WAITING')
                            order by closed_at limit :most for update skip locked),
                        whole as (
                            select number from old
                            union
                            select m.number from cases m join whole on m.merged_into = whole.number)
                        select number from whole
                        """)
                .param("before", Timestamp.from(before))
                .param("most", most)
                .query((row, index) -> new CaseNumber(row.getString("number")))
                .list();
    }

    /** Their mails in the outbox must be gone before. */
    public void delete(List<CaseNumber> numbers) {
        process.forget(ledger.processesOf(numbers));
        ledger.delete(numbers);
    }
}
