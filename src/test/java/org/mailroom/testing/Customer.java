package org.mailroom.testing;

import static org.awaitility.Awaitility.await;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.mailroom.inbox.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody with a mail program: writes by SMTP, and reads what comes into his mailbox. */
public final class Customer {

    private final String address;
    private final Session session;

    public Customer() {
        address = "customer-" + UUID.randomUUID() + "@example.com";
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", "" + RealParts.mailServer().getSmtp().getPort());
        session = Session.getInstance(properties);
    }

    public String address() {
        return address;
    }

    public void writes(String to, String subject, String text) throws MessagingException {
        MimeMessage mail = new MimeMessage(session);
        mail.setText(text, "UTF-8");
        mail.setSubject(subject, "UTF-8");
        send(mail, to);
    }

    public void writes(String to, String subject, String text, String fileName, byte[] file) throws MessagingException {
        MimeMessage mail = new MimeMessage(session);
        var words = new MimeBodyPart();
        words.setText(text, "UTF-8");
        var attachment = new MimeBodyPart();
        attachment.setDataHandler(new DataHandler(new ByteArrayDataSource(file, "application/octet-stream")));
        attachment.setFileName(fileName);
        mail.setContent(new MimeMultipart(words, attachment));
        mail.setSubject(subject, "UTF-8");
        send(mail, to);
    }

    /** Answers as a mail program does: to the sender, with the mail's Message-ID. */
    public void answers(MimeMessage mail, String text) throws MessagingException {
        MimeMessage answer = (MimeMessage) new MimeMessage(session, copy(mail)).reply(false);
        answer.setText(text, "UTF-8");
        send(answer, mail.getFrom()[0].toString());
    }

    /** Waits for a mail whose subject has this in it. */
    public MimeMessage gets(String subject) {
        return await("a mail to the customer with the subject " + subject)
                .until(() -> newest(subject), mail -> mail != null);
    }

    /** All mails that came with this in their subject. */
    public List<MimeMessage> all(String subject) {
        return Arrays.stream(RealParts.mailServer().getReceivedMessagesForDomain(address))
                .filter(mail -> subjectOf(mail).contains(subject))
                .toList();
    }

    /** Waits for the case that the customer's mail becomes. */
    public CaseNumber caseIn(JdbcClient jdbc) {
        return await("a case of the customer")
                .until(
                        () -> jdbc.sql("select number from cases where requester_address = :address")
                                .param("address", address)
                                .query(String.class)
                                .optional()
                                .map(CaseNumber::new),
                        Optional::isPresent)
                .orElseThrow();
    }

    public static String text(MimeMessage mail) throws MessagingException, IOException {
        return mail.getContent().toString();
    }

    private void send(MimeMessage mail, String to) throws MessagingException {
        mail.setFrom("Carla Customer <" + address + ">");
        mail.setRecipients(RecipientType.TO, to);
        Transport.send(mail);
    }

    private MimeMessage newest(String subject) {
        return all(subject).stream().reduce((older, newer) -> newer).orElse(null);
    }

    private static String subjectOf(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static java.io.InputStream copy(MimeMessage mail) throws MessagingException {
        var bytes = new java.io.ByteArrayOutputStream();
        try {
            mail.writeTo(bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new java.io.ByteArrayInputStream(bytes.toByteArray());
    }
}
