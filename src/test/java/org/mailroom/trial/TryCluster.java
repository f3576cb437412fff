package org.mailroom.trial;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Two nodes of Mailroom to try out, each in a JVM of its own, on one database and one mail server that this program starts,
 * and ends with it. Start it with {@code bin/cluster}.
 */
public final class TryCluster {

    private TryCluster() {}

    public static void main(String[] arguments) throws InterruptedException {
        LoggingSystem.get(TryCluster.class.getClassLoader()).beforeInitialize();
        try {
            start(arguments);
        } catch (TrialRefused refused) {
            System.err.println("\n" + refused.getMessage() + "\n");
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private static void start(String... arguments) {
        TrialSettings first = TrialSettings.of(arguments);
        TrialSettings second = first.nextNode();
        TrialFolder folder = TrialFolder.open(first.data());
        first.checkPorts();
        second.checkWebPort();
        System.out.println("\nTwo nodes of Mailroom are starting; this takes a minute.");

        TrialDatabase database = TrialDatabase.start(folder);
        TrialMailServer mailServer = TrialMailServer.start(first);
        List<NodeProcess> nodes = Stream.of(first, second)
                .map(settings -> NodeProcess.start(settings, database.url(), arguments))
                .toList();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            nodes.parallelStream().forEach(NodeProcess::stop);
            mailServer.close();
            database.close();
        }));

        nodes.forEach(NodeProcess::awaitPages);
        folder.once("three-mails-sent", () -> TrialMails.send(first.smtpPort()));
        System.out.println(Welcome.text(first));
        System.out.println(Welcome.toTheCluster(nodes));
    }
}
