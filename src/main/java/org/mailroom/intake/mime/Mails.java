package org.mailroom.intake.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.util.Properties;

/** Splits the bytes of a mail into header fields and body. */
final class Mails {

    private static final Session NO_SERVER = Session.getInstance(new Properties());

    private Mails() {}

    static Entity parse(byte[] raw) {
        try {
            return Entity.of(new MimeMessage(NO_SERVER, new SharedByteArrayInputStream(raw)));
        } catch (MessagingException impossible) {
            throw new IllegalStateException("Bytes in memory could not be read as a mail", impossible);
        }
    }
}
