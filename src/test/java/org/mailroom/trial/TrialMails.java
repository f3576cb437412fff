package org.mailroom.trial;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/** Three mails of different kinds, so that there is something to see: plain text, HTML with a file, and one to finance. */
final class TrialMails {

    private final Session session;

    private TrialMails(int smtpPort) {
        var properties = new Properties();
        properties.put("mail.smtp.host", TrialSettings.HOST);
        properties.put("mail.smtp.port", String.valueOf(smtpPort));
        properties.put("mail.smtp.connectiontimeout", "10000");
        properties.put("mail.smtp.timeout", "10000");
        session = Session.getInstance(properties);
    }

    static void send(int smtpPort) {
        try {
            var mails = new TrialMails(smtpPort);
            Transport.send(mails.plain());
            Transport.send(mails.withFile());
            Transport.send(mails.toFinance());
        } catch (MessagingException failed) {
            throw new TrialRefused(
                    "The first mails could not be sent to the trial's mail server: " + failed.getMessage());
        }
    }

    private MimeMessage plain() throws MessagingException {
        MimeMessage mail = mail("Carla Customer <carla@customer.example>", "support", "The light in the hall is out");
        mail.setText(
                """
                Hello,

                since yesterday the light in the hall of number 12 stays dark. Could somebody have a look?

                Kind regards
                Carla Customer
                """,
                "UTF-8");
        return mail;
    }

    private MimeMessage withFile() throws MessagingException {
        MimeMessage mail = mail("Jürgen Groß <juergen@works.example>", "support", "Meter readings – 3rd quarter");
        var text = new MimeBodyPart();
        text.setContent(
                """
                <html><body>
                <p>Good day,</p>
                <p>please find our <b>meter readings</b> attached. Number 3 looks <i>too high</i> to us:</p>
                <table border="1"><tr><th>Meter</th><th>kWh</th></tr><tr><td>3</td><td>48,211</td></tr></table>
                <p>Jürgen Groß<br>Works Ltd.</p>
                </body></html>
                """,
                "text/html; charset=UTF-8");
        var file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(new ByteArrayDataSource(
                "meter;kWh\n1;1204\n2;987\n3;48211\n".getBytes(StandardCharsets.UTF_8), "text/csv")));
        file.setFileName("Zählerstände.csv");
        mail.setContent(new MimeMultipart(text, file));
        return mail;
    }

    private MimeMessage toFinance() throws MessagingException {
        MimeMessage mail = mail("Accounts <accounts@supplier.example>", "finance", "Reminder: invoice 2024-118");
        mail.setText(
                """
                Dear Sir or Madam,

                our invoice 2024-118 of 1 March over EUR 1,190.00 seems to be open still. Has it reached you?

                Supplier Ltd., accounts
                """,
                "UTF-8");
        return mail;
    }

    private MimeMessage mail(String from, String inbox, String subject) throws MessagingException {
        var mail = new MimeMessage(session);
        mail.setFrom(InternetAddress.parseHeader(from, false)[0]);
        mail.setRecipient(RecipientType.TO, new InternetAddress(inbox + "@mailroom.localhost"));
        mail.setSubject(subject, "UTF-8");
        mail.setSentDate(Date.from(Instant.now()));
        return mail;
    }
}
