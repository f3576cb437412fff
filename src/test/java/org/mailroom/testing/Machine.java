package org.mailroom.testing;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * A program that answers each mail to its domain at once, under whatever address and with whatever words it likes. It does
 * not say that it is a program.
 */
public final class Machine implements AutoCloseable {

    /** What it writes. */
    @FunctionalInterface
    public interface Answering {

        /** Sets sender, recipient, subject and text of the answer. */
        void answer(MimeMessage mail, MimeMessage answer) throws Exception;
    }

    private final String domain;
    private final Answering answering;
    private final Set<String> answered = new HashSet<>();
    private final Thread thread = new Thread(this::work, "machine");
    private volatile boolean atWork = true;

    public Machine(String domain, Answering answering) {
        this.domain = domain;
        this.answering = answering;
        thread.setDaemon(true);
        thread.start();
    }

    /** A mail without anything in it yet. */
    public static MimeMessage mail() {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", "" + RealParts.mailServer().getSmtp().getPort());
        return new MimeMessage(Session.getInstance(properties));
    }

    public static void write(MimeMessage mail, String from, String to, String subject, String text)
            throws MessagingException {
        mail.setFrom(from);
        mail.setRecipients(RecipientType.TO, to);
        mail.setSubject(subject, "UTF-8");
        mail.setText(text, "UTF-8");
    }

    /** All mails that came to the domain. */
    public static List<MimeMessage> mailsTo(String domain) {
        return Arrays.asList(RealParts.mailServer().getReceivedMessagesForDomain(domain));
    }

    /** Whether it has answered all that it got. */
    public synchronized boolean isDone() {
        return mailsTo(domain).size() == answered.size();
    }

    @Override
    public void close() throws InterruptedException {
        atWork = false;
        thread.join();
    }

    private void work() {
        while (atWork) {
            answerAll();
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private synchronized void answerAll() {
        for (MimeMessage mail : mailsTo(domain)) {
            try {
                if (answered.add(mail.getMessageID())) {
                    MimeMessage answer = mail();
                    answering.answer(mail, answer);
                    Transport.send(answer);
                }
            } catch (Exception failed) {
                throw new IllegalStateException("The machine broke down", failed);
            }
        }
    }
}
