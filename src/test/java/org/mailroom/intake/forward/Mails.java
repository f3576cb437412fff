package org.mailroom.intake.forward;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.mailroom.intake.Eml;
import org.mailroom.intake.mime.MailReader;
import org.mailroom.intake.mime.ReadMail;
import org.mailroom.message.MessageId;

/** Mails for tests, from one of us. */
final class Mails {

    private static final Forwards FORWARDS = new Forwards(new MailReader());

    private Mails() {}

    /** What the mail passes on. */
    static Optional<Forward> forward(ReadMail mail) {
        return FORWARDS.in(mail);
    }

    static ReadMail plain(String subject, String text) {
        return of(subject, "X-Nothing: 1", "text/plain", text);
    }

    static ReadMail answer(String subject, String text) {
        return of(subject, "In-Reply-To: <answered@example.org>", "text/plain", text);
    }

    static ReadMail html(String subject, String html) {
        return of(subject, "X-Nothing: 1", "text/html", html);
    }

    static ReadMail of(String... lines) {
        return new MailReader().read(new MessageId("kept@example.org"), Eml.of(lines), address -> false);
    }

    private static ReadMail of(String subject, String field, String type, String text) {
        return of(
                "From: Joan <joan@mailroom.localhost>",
                "To: support@mailroom.localhost",
                "Subject: =?UTF-8?B?" + base64(subject) + "?=",
                field,
                "Content-Type: " + type + "; charset=utf-8",
                "Content-Transfer-Encoding: base64",
                "",
                base64(text));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
