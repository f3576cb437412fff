package org.mailroom.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mailroom.bench.MailMix.Mixed;
import org.mailroom.testing.SmtpSink;

/** Whether every mail of a drain became exactly one entry of the right case, and every new case was confirmed once; what a crash doubled was counted. */
final class DrainCheck {

    private final List<Mixed> mails;
    private final BenchDatabase database;
    private final SmtpSink sink;
    private final List<String> faults = new ArrayList<>();

    DrainCheck(List<Mixed> mails, BenchDatabase database, SmtpSink sink) {
        this.mails = mails;
        this.database = database;
        this.sink = sink;
    }

    /**
     * What is wrong, a sentence each; empty where all is well.
     *
     * @param casesOfBefore how many cases there were when the first mail came
     */
    List<String> faults(long casesOfBefore) {
        Map<String, List<String>> casesById = casesByMessageId();
        Map<String, Set<String>> confirmations = confirmationsByFirst();
        Map<String, Integer> wrong = new TreeMap<>();
        for (Mixed mail : mails) {
            List<String> entries = casesById.getOrDefault(mail.messageId(), List.of());
            List<String> first = casesById.getOrDefault(mail.first(), List.of());
            count(wrong, entries.isEmpty(), "mails are lost");
            count(wrong, entries.size() > 1, "mails are there more than once");
            count(wrong, mail.answered() != null && !entries.equals(first), "answers are not with what they answer");
        }
        mails.stream().map(Mixed::first).distinct().forEach(first -> {
            int sent = confirmations.getOrDefault(first, Set.of()).size();
            count(wrong, sent == 0, "cases are not confirmed");
            count(wrong, sent > 1, "cases are confirmed more than once");
        });
        wrong.forEach((what, times) -> faults.add(times + " " + what));
        countDoubles();
        expect("cases", 0, "select count(*) - :cases from cases", cases() + casesOfBefore);
        without("process", "cases c where process_instance_id is null");
        without("case", "act_hi_procinst p where not exists (select from cases where number = p.business_key_)");
        without("end", "received_mail where state <> 'DELIVERED'");
        return faults;
    }

    /**
     * The Message-IDs of what went out, by the mail that began the conversation. A confirmation answers what the customer wrote
     * last, which may be an answer to his first mail.
     */
    private Map<String, Set<String>> confirmationsByFirst() {
        Map<String, String> firsts =
                mails.stream().collect(Collectors.toMap(Mixed::messageId, Mixed::first, (one, same) -> one));
        Map<String, Set<String>> confirmations = new HashMap<>();
        sink.taken().forEach(taken -> confirmations
                .computeIfAbsent(firsts.getOrDefault(taken.inReplyTo(), "unknown"), first -> new HashSet<>())
                .add(taken.messageId()));
        return confirmations;
    }

    /** How many mails went out twice with one Message-ID. */
    long doubles() {
        List<SmtpSink.Taken> taken = sink.taken();
        return taken.size()
                - taken.stream().map(SmtpSink.Taken::messageId).distinct().count();
    }

    private void countDoubles() {
        long counted = database.count("select coalesce(sum(possibly_doubled), 0) from outgoing_mail");
        if (doubles() > counted) {
            faults.add(doubles() + " mails went out twice, but only " + counted + " were counted as possibly doubled");
        }
    }

    private long cases() {
        return mails.stream().map(Mixed::first).distinct().count();
    }

    private Map<String, List<String>> casesByMessageId() {
        Map<String, List<String>> cases = new HashMap<>();
        database.jdbc()
                .sql("select message_id, case_number from message where direction = 'IN'")
                .query((row, number) -> Map.entry(
                        Objects.requireNonNullElse(row.getString("message_id"), ""), row.getString("case_number")))
                .list()
                .forEach(entry -> cases.computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                        .add(entry.getValue()));
        return cases;
    }

    private void without(String what, String from) {
        long found = database.count("select count(*) from " + from);
        if (found > 0) {
            faults.add(found + " rows without " + what + ": " + from);
        }
    }

    private void expect(String what, long expected, String sql, long parameter) {
        long found = database.jdbc()
                .sql(sql)
                .param("cases", parameter)
                .query(Long.class)
                .single();
        if (found != expected) {
            faults.add(found + " " + what + " more than expected");
        }
    }

    private static void count(Map<String, Integer> wrong, boolean isWrong, String what) {
        if (isWrong) {
            wrong.merge(what, 1, Integer::sum);
        }
    }
}
