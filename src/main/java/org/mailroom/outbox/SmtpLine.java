package org.mailroom.outbox;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;
import org.mailroom.outbox.Delivery.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to the mail server that serves one round of sending. When the server cannot be reached, the rest of the
 * round fails with the same words, without waiting for the server mail by mail.
 */
final class SmtpLine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpLine.class);

    private final SmtpServer server;
    private final int mailsPerConnection;
    private @Nullable Transport transport;
    private @Nullable Failure unreachable;
    private int carried;

    SmtpLine(SmtpServer server, int mailsPerConnection) {
        this.server = server;
        this.mailsPerConnection = mailsPerConnection;
    }

    /** Hands the mail over. A recipient who is refused does not keep it from the others. */
    Delivery carry(DueMail mail, List<String> recipients) {
        if (unreachable != null) {
            return Delivery.failed(unreachable);
        }
        try {
            Transport connected = connected();
            carried++;
            return handOver(mail, recipients, connected);
        } catch (MessagingException failed) {
            unreachable = new Failure(SmtpFailure.words(failed), false);
            return Delivery.failed(unreachable);
        }
    }

    private Transport connected() throws MessagingException {
        Transport open = transport;
        if (open != null && carried < mailsPerConnection && open.isConnected()) {
            return open;
        }
        close();
        Transport opened = server.connect();
        transport = opened;
        carried = 0;
        return opened;
    }

    /** Whatever a mail may set off, it is noted as that mail's failure: the mails behind it go on. */
    private Delivery handOver(DueMail mail, List<String> recipients, Transport open) {
        try {
            open.sendMessage(message(mail), addresses(recipients));
            return new Delivery(recipients, null);
        } catch (MessagingException failed) {
            return SmtpFailure.read(failed);
        } catch (RuntimeException failed) {
            LOG.error("Outgoing mail {} could not be handed over", mail.id(), failed);
            close();
            return Delivery.failed(new Failure(failed.toString(), false));
        }
    }

    private SMTPMessage message(DueMail mail) throws MessagingException {
        var message = new SMTPMessage(server.session(), new ByteArrayInputStream(mail.raw()));
        message.setEnvelopeFrom(mail.envelopeFrom().isEmpty() ? "<>" : mail.envelopeFrom());
        message.setSendPartial(true);
        return message;
    }

    private static Address[] addresses(List<String> recipients) throws MessagingException {
        var addresses = new Address[recipients.size()];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = new InternetAddress(recipients.get(i), true);
        }
        return addresses;
    }

    @Override
    public void close() {
        Transport open = transport;
        transport = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (MessagingException gone) {
            LOG.debug("The connection to the mail server was gone before it was closed", gone);
        }
    }
}
