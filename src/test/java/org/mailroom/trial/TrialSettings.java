package org.mailroom.trial;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What can be set about the trial: by arguments, system properties or environment variables, as anywhere in Mailroom. */
record TrialSettings(int webPort, int smtpPort, int imapPort, Path data) {

    static final String HOST = "127.0.0.1";

    private static final String WEB = "server.port";
    private static final String SMTP = "mailroom.trial.smtp-port";
    private static final String IMAP = "mailroom.trial.imap-port";
    private static final String DATA = "mailroom.trial.data";

    static TrialSettings of(String... arguments) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        ConfigurationPropertySources.attach(environment);
        return new TrialSettings(
                port(environment, WEB, 8080),
                port(environment, SMTP, 3025),
                port(environment, IMAP, 3143),
                Path.of(environment.getProperty(DATA, "data")).toAbsolutePath().normalize());
    }

    private static int port(Environment environment, String setting, int usual) {
        String value = environment.getProperty(setting, String.valueOf(usual));
        if (!value.matches("[1-9][0-9]{0,4}") || Integer.parseInt(value) > 65_535) {
            throw new TrialRefused(setting + " must be a port, a number from 1 to 65535, but it is '" + value + "'.");
        }
        return Integer.parseInt(value);
    }

    /** The same for a second node beside this one. */
    TrialSettings nextNode() {
        return new TrialSettings(webPort + 1, smtpPort, imapPort, data);
    }

    void checkPorts() {
        checkWebPort();
        checkPort(smtpPort, "mail (SMTP)", SMTP);
        checkPort(imapPort, "mail (IMAP)", IMAP);
    }

    void checkWebPort() {
        checkPort(webPort, "the web pages", WEB);
    }

    private static void checkPort(int port, String purpose, String setting) {
        try {
            new ServerSocket(port, 1, InetAddress.getByName(HOST)).close();
        } catch (IOException taken) {
            throw new TrialRefused("Port " + port + " on " + HOST + " for " + purpose + " cannot be used ("
                    + taken.getMessage() + "): stop the program that has it, or choose another port with "
                    + "mvn spring-boot:test-run -Dspring-boot.run.arguments=--" + setting + "=" + (port + 1));
        }
    }

    /** What Mailroom has to know about the parts that the trial started. */
    Map<String, Object> forMailroom(String databaseUrl) {
        return Map.of("spring.datasource.url", databaseUrl, WEB, webPort, SMTP, smtpPort, IMAP, imapPort);
    }
}
