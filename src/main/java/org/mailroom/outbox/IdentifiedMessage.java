package org.mailroom.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.mailroom.message.MessageId;

/** A message that keeps the Message-ID it was given; Jakarta Mail would put one of its own in its place. */
final class IdentifiedMessage extends MimeMessage {

    /** To make a session is to look through the whole class path, and nothing that is only composed needs one of its own. */
    private static final Session SESSION = Session.getInstance(new Properties());

    static {
        // Otherwise Jakarta Mail looks for it through the whole class path with every word and part that it encodes.
        System.getProperties()
                .putIfAbsent("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
    }

    private final MessageId id;

    IdentifiedMessage(MessageId id) {
        super(SESSION);
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id.inBrackets());
    }
}
