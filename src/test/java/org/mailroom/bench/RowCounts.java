package org.mailroom.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a drain leaves and does in the database, which is the same in every run whatever else the machine is at. */
record RowCounts(Map<String, Long> counts) {

    private static final List<String> TABLES = List.of(
            "case_event",
            "outgoing_mail",
            "act_hi_actinst",
            "act_hi_taskinst",
            "act_hi_identitylink",
            "act_hi_varinst",
            "act_hi_detail",
            "act_hi_decinst",
            "act_hi_dec_in",
            "act_hi_dec_out",
            "act_hi_job_log",
            "act_hi_op_log",
            "act_ru_execution",
            "act_ru_variable",
            "act_ru_job",
            "act_ru_event_subscr",
            "act_ru_identitylink",
            "act_ru_authorization");

    static RowCounts of(BenchDatabase database) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("commits", database.commits());
        counts.put(
                "rows changed",
                database.count("select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_user_tables"));
        counts.put("WAL in KB", database.count("select (pg_current_wal_lsn() - '0/0') / 1024"));
        TABLES.forEach(table -> counts.put(table, database.count("select count(*) from " + table)));
        return new RowCounts(counts);
    }

    /** How many more a mail. */
    Map<String, Double> since(RowCounts before, int mails) {
        Map<String, Double> more = new LinkedHashMap<>();
        counts.forEach(
                (name, count) -> more.put(name, (count - before.counts().getOrDefault(name, 0L)) / (double) mails));
        return more;
    }
}
