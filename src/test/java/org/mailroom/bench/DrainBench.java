package org.mailroom.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.awaitility.Awaitility;
import org.mailroom.bench.Drain.Result;
import org.mailroom.testing.Dovecot;
import org.slf4j.LoggerFactory;

/**
 * How fast Mailroom empties a mailbox: from the moment in which the mails lie on the mail server to the last confirmation that
 * the customers' mail server took, and what that costs in CPU and memory. Every run checks that nothing is lost or doubled.
 */
final class DrainBench {

    private static final Path FOLDER = Path.of("target", "drain");

    private DrainBench() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        if (Dovecot.installed().isEmpty()) {
            out.println("The mailbox is a real Dovecot of the system, and there is none: "
                    + "apt-get install dovecot-core dovecot-imapd");
            System.exit(3);
        }
        DrainOptions options = DrainOptions.of(List.of(arguments));
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
        List<Result> results = new ArrayList<>();
        for (int run = 1; run <= options.runs(); run++) {
            try (Drain drain = new Drain(options, BenchFolder.empty(FOLDER))) {
                Result result = drain.run();
                results.add(result);
                out.printf(Locale.ROOT, "run %d: %.1f mails/s%n", run, result.mailsPerSecond());
            }
        }
        print(out, options, results);
        System.exit(results.stream().allMatch(result -> result.faults().isEmpty()) ? 0 : 1);
    }

    private static void print(PrintStream out, DrainOptions options, List<Result> results) {
        out.printf("%n%s%n%-34s %10s %10s %10s%n", options, "", "median", "least", "most");
        line(out, "mails/s", results, Result::mailsPerSecond);
        line(out, "all mails kept after s", results, Result::pickupSeconds);
        line(out, "CPU ms a mail, Mailroom", results, Result::appMilliseconds);
        line(out, "CPU ms a mail, PostgreSQL", results, Result::databaseMilliseconds);
        line(out, "CPU ms a mail, together", results, each -> each.appMilliseconds() + each.databaseMilliseconds());
        line(out, "peak memory of Mailroom, MB", results, Result::appMegabytes);
        line(out, "peak heap, MB", results, Result::heapMegabytes);
        Result last = results.get(results.size() - 1);
        last.counts()
                .keySet()
                .forEach(name -> line(
                        out, name + " a mail", results, each -> each.counts().get(name)));
        last.statements().forEach(out::println);
        results.forEach(result -> out.println(
                result.faults().isEmpty() ? "Every mail is one entry, every case confirmed once." : result.faults()));
    }

    private static void line(PrintStream out, String what, List<Result> results, ToDoubleFunction<Result> value) {
        List<Double> values =
                results.stream().mapToDouble(value).sorted().boxed().toList();
        out.printf(
                Locale.ROOT,
                "%-34s %10.2f %10.2f %10.2f%n",
                what,
                values.get(values.size() / 2),
                values.get(0),
                values.get(values.size() - 1));
    }
}
