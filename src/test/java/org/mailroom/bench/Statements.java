package org.mailroom.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which statements a mail costs, as PostgreSQL counted them: the most time first. */
final class Statements {

    private static final int MOST = 90;

    private Statements() {}

    static List<String> of(BenchDatabase database, int mails) {
        List<String> lines = new ArrayList<>();
        lines.add(database.jdbc()
                .sql(
                        "select sum(calls), sum(total_exec_time), sum(total_plan_time), sum(plans) from pg_stat_statements")
                .query((row, number) -> String.format(
                        Locale.ROOT,
                        "%.1f statements, %.2f ms a mail; planned %.1f times, %.2f ms",
                        row.getDouble(1) / mails,
                        row.getDouble(2) / mails,
                        row.getDouble(4) / mails,
                        row.getDouble(3) / mails))
                .single());
        lines.addAll(database.jdbc()
                .sql(
                        """
                        select calls, total_exec_time, rows, regexp_replace(query, '\\s+', ' ', 'g') as query
                        from pg_stat_statements order by total_exec_time desc limit :most
                        """)
                .param("most", MOST)
                .query((row, number) -> String.format(
                        Locale.ROOT,
                        "%7.2f a mail %8.3f ms a mail  %s",
                        row.getDouble("calls") / mails,
                        row.getDouble("total_exec_time") / mails,
                        shortened(row.getString("query"))))
                .list());
        return lines;
    }

    private static String shortened(String query) {
        return query.substring(0, Math.min(query.length(), 150));
    }
}
