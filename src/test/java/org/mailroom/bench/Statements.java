package org.mailroom.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which statements a mail costs, as PostgreSQL counted them: in all, whose they are, and each, the most time first. */
final class Statements {

    private static final int MOST = 90;
    private static final int LONGEST = 150;

    private static final String SUMS =
            """
            select case when query ~* 'act_(ru|re|hi|id|ge)_' then 'the engine''s' else 'our own, and commits' end as whose,
                   sum(calls) as calls, sum(total_exec_time + total_plan_time) as time
            from pg_stat_statements group by whose order by whose
            """;

    private static final String EACH =
            """
            select calls, total_exec_time as time, regexp_replace(query, '\\s+', ' ', 'g') as query
            from pg_stat_statements order by total_exec_time desc limit :most
            """;

    private Statements() {}

    static List<String> of(BenchDatabase database, int mails) {
        List<String> lines = new ArrayList<>();
        lines.addAll(database.jdbc()
                .sql(SUMS)
                .query((row, number) -> line(row, mails, row.getString("whose")))
                .list());
        lines.addAll(database.jdbc()
                .sql(EACH)
                .param("most", MOST)
                .query((row, number) -> line(row, mails, shortened(row.getString("query"))))
                .list());
        return lines;
    }

    private static String line(ResultSet row, int mails, String what) throws SQLException {
        return String.format(
                Locale.ROOT,
                "%7.2f a mail %8.3f ms a mail  %s",
                row.getDouble("calls") / mails,
                row.getDouble("time") / mails,
                what);
    }

    private static String shortened(String query) {
        return query.substring(0, Math.min(query.length(), LONGEST));
    }
}
