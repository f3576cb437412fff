package org.mailroom.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.mailroom.message.MessageId;

/** A message that keeps the Message-ID it was given; Jakarta Mail would put one of its own in its place. */
final class IdentifiedMessage extends MimeMessage {

    private final MessageId id;

    IdentifiedMessage(MessageId id) {
        super(Session.getInstance(new Properties()));
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id.inBrackets());
    }
}
