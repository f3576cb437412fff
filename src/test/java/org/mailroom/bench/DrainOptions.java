package org.mailroom.bench;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * What is to be drained and how.
 *
 * @param mails how many mails a run has
 * @param warmUp how many more are drained before the clock starts
 * @param runs how often, each on a fresh database
 * @param nodes how many Mailrooms share the work
 * @param cases how many cases there are already; they are copies of one that the warm-up opens
 * @param statements whether PostgreSQL counts statements, which costs some time
 * @param profile whether the first node records itself (JFR)
 * @param jvm further options of the JVM, divided by blanks
 */
record DrainOptions(
        int mails,
        int warmUp,
        int runs,
        int nodes,
        int cases,
        long seed,
        boolean statements,
        boolean profile,
        String jvm) {

    static final String USAGE =
            "bin/bench drain [mails] [--warm-up mails] [--runs n] [--nodes n] [--cases n] [--seed n] "
                    + "[--statements] [--profile] [--jvm options]";

    /** @throws IllegalArgumentException where they are not as in {@link #USAGE} */
    static DrainOptions of(List<String> words) {
        DrainOptions options = new DrainOptions(1_000, 0, 1, 1, 0, 1, false, false, "");
        Iterator<String> left = words.iterator();
        try {
            while (left.hasNext()) {
                options = options.with(left.next(), left);
            }
        } catch (NoSuchElementException | NumberFormatException wrong) {
            throw new IllegalArgumentException(USAGE, wrong);
        }
        return options.cases() > 0 && options.warmUp() == 0
                ? options.with("--warm-up", List.of("20").iterator())
                : options;
    }

    private DrainOptions with(String word, Iterator<String> left) {
        return switch (word) {
            case "--warm-up" ->
                new DrainOptions(mails, number(left), runs, nodes, cases, seed, statements, profile, jvm);
            case "--runs" ->
                new DrainOptions(mails, warmUp, number(left), nodes, cases, seed, statements, profile, jvm);
            case "--nodes" ->
                new DrainOptions(mails, warmUp, runs, number(left), cases, seed, statements, profile, jvm);
            case "--cases" ->
                new DrainOptions(mails, warmUp, runs, nodes, number(left), seed, statements, profile, jvm);
            case "--seed" ->
                new DrainOptions(mails, warmUp, runs, nodes, cases, number(left), statements, profile, jvm);
            case "--statements" -> new DrainOptions(mails, warmUp, runs, nodes, cases, seed, true, profile, jvm);
            case "--profile" -> new DrainOptions(mails, warmUp, runs, nodes, cases, seed, statements, true, jvm);
            case "--jvm" -> new DrainOptions(mails, warmUp, runs, nodes, cases, seed, statements, profile, left.next());
            default ->
                new DrainOptions(Integer.parseInt(word), warmUp, runs, nodes, cases, seed, statements, profile, jvm);
        };
    }

    private static int number(Iterator<String> left) {
        return Integer.parseInt(left.next());
    }
}
