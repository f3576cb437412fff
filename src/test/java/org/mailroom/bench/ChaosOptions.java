package org.mailroom.bench;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * How much goes wrong in a run of chaos.
 *
 * @param kills how often a node is killed
 * @param databaseStops how often PostgreSQL is restarted or crashes, in turn
 * @param mailboxStops how often the IMAP server is stopped for a while
 * @param seed decides what happens after what, to whom and after how long
 */
record ChaosOptions(int mails, int kills, int databaseStops, int mailboxStops, long seed) {

    static final String USAGE =
            "bin/chaos [--short] [--mails n] [--kills n] [--database-stops n] [--mailbox-stops n] " + "[--seed n]";

    private static final ChaosOptions LONG = new ChaosOptions(5_000, 30, 5, 5, 1);
    private static final ChaosOptions SHORT = new ChaosOptions(300, 4, 2, 1, 1);

    /** @throws IllegalArgumentException where they are not as in {@link #USAGE} */
    static ChaosOptions of(List<String> words) {
        ChaosOptions options = LONG;
        Iterator<String> left = words.iterator();
        try {
            while (left.hasNext()) {
                options = options.with(left.next(), left);
            }
        } catch (NoSuchElementException | NumberFormatException wrong) {
            throw new IllegalArgumentException(USAGE, wrong);
        }
        return options;
    }

    private ChaosOptions with(String word, Iterator<String> left) {
        return switch (word) {
            case "--short" -> SHORT;
            case "--mails" -> new ChaosOptions(number(left), kills, databaseStops, mailboxStops, seed);
            case "--kills" -> new ChaosOptions(mails, number(left), databaseStops, mailboxStops, seed);
            case "--database-stops" -> new ChaosOptions(mails, kills, number(left), mailboxStops, seed);
            case "--mailbox-stops" -> new ChaosOptions(mails, kills, databaseStops, number(left), seed);
            case "--seed" -> new ChaosOptions(mails, kills, databaseStops, mailboxStops, number(left));
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    private static int number(Iterator<String> left) {
        return Integer.parseInt(left.next());
    }
}
