package org.mailroom.trial;

import org.mailroom.Mailroom;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.MapPropertySource;

/**
 * Mailroom to try out, on real parts and with nothing to install: PostgreSQL, a mail server, two inboxes, four people and
 * three mails. Start it with {@code mvn spring-boot:test-run}.
 */
public final class TryMailroom {

    private TryMailroom() {}

    public static void main(String[] arguments) {
        LoggingSystem.get(TryMailroom.class.getClassLoader()).beforeInitialize();
        try {
            start(arguments);
        } catch (TrialRefused refused) {
            System.err.println("\n" + refused.getMessage() + "\n");
            System.exit(1);
        } catch (RuntimeException failed) {
            // Spring Boot has said already what is wrong.
            System.exit(1);
        }
    }

    private static void start(String... arguments) {
        TrialSettings settings = TrialSettings.of(arguments);
        TrialFolder folder = TrialFolder.open(settings.data());
        settings.checkPorts();
        System.out.println("\nMailroom is starting; this takes half a minute.");

        TrialDatabase database = TrialDatabase.start(folder);
        SpringApplication.getShutdownHandlers().add(database::close);
        TrialMailServer mailServer = TrialMailServer.start(settings);
        SpringApplication.getShutdownHandlers().add(mailServer::close);

        mailroom(settings, database).run(arguments);
        folder.once("three-mails-sent", () -> TrialMails.send(settings.smtpPort()));
        System.out.println(Welcome.text(settings));
    }

    private static SpringApplication mailroom(TrialSettings settings, TrialDatabase database) {
        var application = new SpringApplication(Mailroom.class);
        application.setAdditionalProfiles("trial");
        application.addInitializers(context -> {
            var parts = new MapPropertySource("parts of the trial", settings.forMailroom(database.url()));
            context.getEnvironment().getPropertySources().addFirst(parts);
        });
        return application;
    }
}
