package org.mailroom.cases.ledger;

import org.mailroom.inbox.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which cases were made part of which. */
@Component
public class MergedCases {

    private final JdbcClient jdbc;
    private final CaseRows rows;

    MergedCases(JdbcClient jdbc, CaseRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** The case is part of another one from now on. */
    public void merge(CaseNumber number, CaseNumber into) {
        jdbc.sql("update cases set merged_into = :into where number = :number")
                .param("into", into.value())
                .param("number", number.value())
                .update();
    }

    /** The case of which this one is part now: merged cases are followed to the last one. */
    public CaseNumber whole(CaseNumber number) {
        return jdbc.sql(
                        """
                        with recursive merged as (
                            select number, merged_into from cases where number = :number
                            union
                            select c.number, c.merged_into from cases c join merged on c.number = merged.merged_into)
                        select number from merged where merged_into is null
                        """)
                .param("number", number.value())
                .query(String.class)
                .optional()
                .map(CaseNumber::new)
                .orElse(number);
    }

    /** The case of which this one is part, held as by {@link CaseRows#hold}; it may have been merged just now. */
    public CaseRow holdWhole(CaseNumber number) {
        CaseRow held = rows.hold(whole(number));
        return whole(number).equals(held.number()) ? held : holdWhole(number);
    }
}
