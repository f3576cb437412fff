package org.mailroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.bench.MailMix.Mixed;
import org.mailroom.testing.Dovecot;
import org.mailroom.testing.MailroomProcess;
import org.mailroom.testing.SmtpSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One mailbox drained once, by Mailroom as it is delivered, on real servers that only this run has. */
final class Drain implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration SETTLING = Duration.ofSeconds(3);
    private static final Pattern HEAP = Pattern.compile("(\\d+)M->\\d+M\\(");
    private static final int WARM_UP_SEED = 9;

    /**
     * What a drain took.
     *
     * @param milliseconds of CPU a mail
     * @param counts rows and transactions a mail
     */
    record Result(
            double mailsPerSecond,
            double pickupSeconds,
            double appMilliseconds,
            double databaseMilliseconds,
            double appMegabytes,
            double heapMegabytes,
            Map<String, Double> counts,
            List<String> statements,
            List<String> faults) {}

    private final DrainOptions options;
    private final Path folder;
    private final BenchDatabase database;
    private final SmtpSink sink = SmtpSink.start();
    private final Path mailFolder = BenchFolder.forEverybody();
    private final Dovecot dovecot;
    private final List<MailroomProcess> nodes = new ArrayList<>();
    private final List<Mixed> mails = new ArrayList<>();
    private int casesOfBefore;
    private long lastOfBefore;
    private int expected;

    /** @param folder an empty one */
    Drain(DrainOptions options, Path folder) throws IOException {
        this.options = options;
        this.folder = folder;
        this.database = new BenchDatabase(folder, options.statements());
        this.dovecot = Dovecot.start(mailFolder);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAll)); // also where somebody ends it by Ctrl-C
    }

    Result run() throws Exception {
        startNodes();
        drain(MailMix.mixed(options.warmUp(), WARM_UP_SEED));
        if (options.cases() > 0) {
            new CaseBacklog(database.jdbc()).add(options.cases());
            casesOfBefore = options.cases();
        }
        if (options.statements()) {
            database.jdbc().sql("select pg_stat_statements_reset()").query().singleRow();
        }
        return measure(MailMix.mixed(options.mails(), options.seed()));
    }

    private Result measure(List<Mixed> measured) throws Exception {
        ProcessMeter app =
                new ProcessMeter(nodes.stream().map(MailroomProcess::pid).toList());
        ProcessMeter server = new ProcessMeter(List.of(database.pid()));
        RowCounts before = RowCounts.of(database);
        Instant start = Instant.now();
        double pickupSeconds = drain(measured, app);
        Instant end = sink.taken().stream()
                .map(SmtpSink.Taken::at)
                .max(Instant::compareTo)
                .orElse(start);
        double cpu = app.seconds();
        double databaseCpu = server.seconds();
        Thread.sleep(SETTLING.toMillis());
        double mailCount = measured.size();
        return new Result(
                mailCount * 1_000 / Duration.between(start, end).toMillis(),
                pickupSeconds,
                cpu * 1_000 / mailCount,
                databaseCpu * 1_000 / mailCount,
                app.peakMegabytes(),
                peakHeap(),
                RowCounts.of(database).since(before, measured.size()),
                options.statements() ? Statements.of(database, measured.size()) : List.of(),
                new DrainCheck(mails, database, sink).faults(casesOfBefore));
    }

    private void drain(List<Mixed> added) throws Exception {
        drain(added, new ProcessMeter(List.of()));
    }

    /** @return how long it took until all mails were kept */
    private double drain(List<Mixed> added, ProcessMeter app) throws Exception {
        mails.addAll(added);
        lastOfBefore = database.count("select coalesce(max(id), 0) from received_mail");
        expected = added.size();
        long cases = mails.stream().map(Mixed::first).distinct().count();
        long start = System.nanoTime();
        dovecot.deliver(added.stream().map(Mixed::raw).toList());
        double kept = 0;
        Instant latest = Instant.now().plus(PATIENCE);
        int look = 0;
        while (sink.count() < cases || waiting() > 0) {
            if (kept == 0 && notKept() == 0) {
                kept = (System.nanoTime() - start) / 1e9;
            }
            if (Instant.now().isAfter(latest)) {
                throw new IllegalStateException(sink.count() + " of " + cases + " confirmations after " + PATIENCE);
            }
            if (look++ % 5 == 0) {
                app.lookAtMemory();
            }
            Thread.sleep(200);
        }
        return kept == 0 ? (System.nanoTime() - start) / 1e9 : kept;
    }

    private long waiting() {
        return notKept() + database.count("select count(*) from received_mail where state = 'RECEIVED'");
    }

    /** Asked often, so it must not count the mails of before. */
    private long notKept() {
        return expected - database.count("select count(*) from received_mail where id > " + lastOfBefore);
    }

    private void startNodes() throws IOException {
        for (int node = 1; node <= options.nodes(); node++) {
            List<String> jvm =
                    new ArrayList<>(List.of("-Xmx512m", "-Xlog:gc:file=" + folder.resolve("gc-" + node + ".log")));
            Stream.of(options.jvm().split(" "))
                    .filter(option -> !option.isEmpty())
                    .forEach(jvm::add);
            if (options.profile() && node == 1) {
                jvm.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                        + folder.resolve("drain.jfr"));
            }
            MailroomProcess process = MailroomProcess.start(
                    BenchSettings.of(database, sink, dovecot), folder.resolve("mailroom-" + node + ".log"), jvm);
            nodes.add(process);
            process.port();
        }
    }

    /** Just before a collection, as the JVM's log of them has it. */
    private double peakHeap() throws IOException {
        double peak = 0;
        for (int node = 1; node <= options.nodes(); node++) {
            peak = Math.max(
                    peak,
                    HEAP.matcher(Files.readString(folder.resolve("gc-" + node + ".log")))
                            .results()
                            .mapToDouble(found -> Double.parseDouble(found.group(1)))
                            .max()
                            .orElse(0));
        }
        return peak;
    }

    @Override
    public void close() {
        stopAll();
    }

    private void stopAll() {
        for (AutoCloseable part : parts()) {
            try {
                part.close();
            } catch (Exception failed) {
                LOG.warn("A part of the bench could not be stopped", failed);
            }
        }
    }

    /** In the order in which they are stopped. */
    private List<AutoCloseable> parts() {
        List<AutoCloseable> parts = new ArrayList<>();
        nodes.forEach(node -> parts.add(node::stop));
        parts.addAll(List.of(dovecot, () -> BenchFolder.delete(mailFolder), sink, database));
        return parts;
    }
}
