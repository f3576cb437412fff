package org.mailroom.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.mailroom.bench.MailMix.Mixed;
import org.mailroom.testing.Dovecot;
import org.mailroom.testing.MailroomProcess;
import org.mailroom.testing.SmtpSink;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Two nodes that take in mail while they are killed, their database is restarted and crashes, the IMAP server is stopped and
 * the mail server refuses every tenth mail. At the end every mail must be one entry, every case confirmed once, and every mail
 * that went out twice counted.
 */
final class Chaos implements AutoCloseable {

    private static final Path FOLDER = Path.of("target", "chaos");
    private static final int NODES = 2;
    private static final int REFUSE_EVERY = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private enum Blow {
        KILL_A_NODE,
        STOP_THE_DATABASE,
        STOP_THE_MAILBOX
    }

    private final ChaosOptions options;
    private final Path folder;
    private final Random random;
    private final PrintStream out;
    private final Instant start = Instant.now();
    private final BenchDatabase database;
    private final Path mailFolder = BenchFolder.forEverybody();
    private final Dovecot dovecot;
    private final SmtpSink sink = SmtpSink.start();
    private final List<MailroomProcess> nodes = new ArrayList<>();
    private int lives;
    private int databaseStops;

    private Chaos(ChaosOptions options, Path folder, PrintStream out) throws IOException {
        this.options = options;
        this.folder = folder;
        this.out = out;
        this.random = new Random(options.seed());
        this.database = new BenchDatabase(folder, false);
        this.dovecot = Dovecot.start(mailFolder);
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        if (Dovecot.installed().isEmpty()) {
            out.println("The mailbox is a real Dovecot of the system, and there is none: "
                    + "apt-get install dovecot-core dovecot-imapd");
            System.exit(3);
        }
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        Awaitility.setDefaultTimeout(Duration.ofMinutes(5));
        ChaosOptions options = ChaosOptions.of(List.of(arguments));
        out.println(options);
        List<String> faults;
        try (Chaos chaos = new Chaos(options, BenchFolder.empty(FOLDER), out)) {
            faults = chaos.run();
        }
        faults.forEach(out::println);
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    private List<String> run() throws Exception {
        for (int node = 0; node < NODES; node++) {
            nodes.add(started());
            nodes.get(node).port();
        }
        sink.refuseEvery(REFUSE_EVERY);
        List<Mixed> mails = MailMix.mixed(options.mails(), options.seed());
        List<Blow> blows = blows();
        int delivered = 0;
        for (int blow = 0; blow < blows.size(); blow++) {
            int upTo = (int) ((long) mails.size() * (blow + 1) / blows.size());
            dovecot.deliver(
                    mails.subList(delivered, upTo).stream().map(Mixed::raw).toList());
            delivered = upTo;
            Thread.sleep(1_000 + random.nextInt(5_000));
            deal(blows.get(blow));
        }
        say("all dealt, all " + mails.size() + " mails delivered; waiting until nothing is left to do");
        awaitQuiet(mails);
        return faults(mails);
    }

    private List<Blow> blows() {
        List<Blow> blows = new ArrayList<>();
        blows.addAll(Collections.nCopies(options.kills(), Blow.KILL_A_NODE));
        blows.addAll(Collections.nCopies(options.databaseStops(), Blow.STOP_THE_DATABASE));
        blows.addAll(Collections.nCopies(options.mailboxStops(), Blow.STOP_THE_MAILBOX));
        Collections.shuffle(blows, random);
        return blows;
    }

    private void deal(Blow blow) throws Exception {
        switch (blow) {
            case KILL_A_NODE -> {
                int victim = oneAtWork();
                nodes.get(victim).kill();
                say("node " + victim + " killed");
                nodes.set(victim, started());
            }
            case STOP_THE_DATABASE -> {
                boolean crash = databaseStops++ % 2 == 1;
                say("PostgreSQL " + (crash ? "crashes" : "is restarted"));
                if (crash) {
                    database.crash();
                } else {
                    database.restart();
                }
            }
            case STOP_THE_MAILBOX -> {
                dovecot.stop();
                say("Dovecot stopped");
                Thread.sleep(1_000 + random.nextInt(10_000));
                dovecot.startAgain();
            }
        }
        reviveTheDead();
    }

    /** To kill one that is only starting would prove little. */
    private int oneAtWork() throws Exception {
        int victim = random.nextInt(NODES);
        while (!nodes.get(victim).isUp()) {
            Thread.sleep(500);
            reviveTheDead();
            victim = (victim + 1) % NODES;
        }
        return victim;
    }

    /** One that was starting while the database was away may have given up, as a service manager would start it again. */
    private void reviveTheDead() throws IOException {
        for (int node = 0; node < NODES; node++) {
            if (!nodes.get(node).isAlive()) {
                say("node " + node + " had ended by itself and is started again");
                nodes.set(node, started());
            }
        }
    }

    private MailroomProcess started() throws IOException {
        Path log = folder.resolve("mailroom-" + ++lives + ".log");
        return MailroomProcess.start(BenchSettings.of(database, sink, dovecot), log);
    }

    private void awaitQuiet(List<Mixed> mails) throws Exception {
        Instant latest = Instant.now().plus(PATIENCE);
        while (isBusy(mails) && Instant.now().isBefore(latest)) {
            Thread.sleep(2_000);
            reviveTheDead();
        }
    }

    /** Also while the database is not back yet. */
    private boolean isBusy(List<Mixed> mails) throws IOException {
        try {
            return left(mails) > 0;
        } catch (DataAccessException away) {
            say("the database cannot be asked: " + away.getMessage());
            return true;
        }
    }

    private long left(List<Mixed> mails) throws IOException {
        return Math.max(0, mails.size() - database.count("select count(*) from received_mail"))
                + database.count("select count(*) from received_mail where state = 'RECEIVED'")
                + database.count("select count(*) from outgoing_mail where state = 'WAITING'")
                + database.count("select count(*) from outgoing_mail_news")
                + database.count("select count(*) from act_ru_job where type_ = 'message' and retries_ > 0")
                + dovecot.count(false);
    }

    private List<String> faults(List<Mixed> mails) throws IOException {
        var check = new DrainCheck(mails, database, sink);
        List<String> faults = new ArrayList<>(check.faults(0));
        long left = left(mails);
        if (left > 0) {
            faults.add(left + " things are left to do");
        }
        long incidents = database.count("select count(*) from act_ru_incident");
        if (incidents > 0) {
            faults.add(incidents + " incidents");
        }
        say(
                "%d lives, %d mails taken by the mail server, %d of them twice, %d counted as possibly doubled, %d refused for now"
                        .formatted(
                                lives,
                                sink.count(),
                                check.doubles(),
                                database.count("select coalesce(sum(possibly_doubled), 0) from outgoing_mail"),
                                sink.refused()));
        if (faults.isEmpty()) {
            say("Every mail is one entry, every case confirmed once but for what was counted.");
        }
        return faults;
    }

    private void say(String what) {
        out.printf("%5d s  %s%n", Duration.between(start, Instant.now()).toSeconds(), what);
    }

    @Override
    public void close() throws Exception {
        for (MailroomProcess node : nodes) {
            node.stop();
        }
        dovecot.close();
        BenchFolder.delete(mailFolder);
        sink.close();
        database.close();
    }
}
