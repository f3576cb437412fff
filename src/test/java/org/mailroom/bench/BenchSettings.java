package org.mailroom.bench;

import java.util.HashMap;
import java.util.Map;
import org.mailroom.testing.Dovecot;
import org.mailroom.testing.SmtpSink;

/** What Mailroom has to know to work on the servers of a bench, with one inbox and one admin. */
final class BenchSettings {

    private BenchSettings() {}

    /** As delivered, but that the breaker of an inbox would take so many customers at once for a loop. */
    static Map<String, String> of(BenchDatabase database, SmtpSink sink, Dovecot dovecot) {
        Map<String, String> settings = new HashMap<>();
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", "postgres");
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", "" + sink.port());
        settings.put("server.port", "0");
        settings.put("mailroom.secret", "a secret that only benches know");
        settings.put("mailroom.loops.per-inbox", "1000000");
        String inbox = "mailroom.first-run.inboxes[0].";
        settings.put(inbox + "key", "support");
        settings.put(inbox + "name", "Support");
        settings.put(inbox + "address", "support@mailroom.localhost");
        settings.put(inbox + "case-prefix", "SUP");
        settings.put(inbox + "mailbox.host", "127.0.0.1");
        settings.put(inbox + "mailbox.port", "" + dovecot.port());
        settings.put(inbox + "mailbox.security", "none");
        settings.put(inbox + "mailbox.username", Dovecot.USER);
        settings.put(inbox + "mailbox.password", Dovecot.PASSWORD);
        String admin = "mailroom.first-run.people[0].";
        settings.put(admin + "id", "admin");
        settings.put(admin + "name", "Ada Admin");
        settings.put(admin + "email", "admin@staff.localhost");
        settings.put(admin + "password", "admin");
        settings.put("mailroom.passwords.any-at-first-run", "true");
        settings.put(admin + "groups[0]", "camunda-admin");
        return settings;
    }
}
