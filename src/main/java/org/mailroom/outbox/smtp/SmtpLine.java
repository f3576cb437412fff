package org.mailroom.outbox.smtp;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Objects;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;
import org.mailroom.mailserver.Credentials;
import org.mailroom.mailserver.SignInRefused;
import org.mailroom.mailserver.Trouble;
import org.mailroom.outbox.smtp.Delivery.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to a mail server, for one mail after the other. It is made anew where it was closed between two of them. */
public final class SmtpLine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpLine.class);

    private final SmtpServer server;
    private final int mailsPerConnection;
    private @Nullable Transport transport;
    private int carried;

    SmtpLine(SmtpServer server, int mailsPerConnection) {
        this.server = server;
        this.mailsPerConnection = mailsPerConnection;
    }

    /** @return why it cannot be open; null where it is */
    public @Nullable Trouble open() {
        Transport open = transport;
        if (open != null && carried < mailsPerConnection && open.isConnected()) {
            return null;
        }
        close();
        String user = "";
        try {
            Credentials shown = server.access().credentials();
            user = shown == null ? user : shown.username();
            transport = server.connect(shown);
            carried = 0;
            return null;
        } catch (MessagingException | SignInRefused failed) {
            return keptOut(SmtpFailure.atTheDoor(failed, server.where(), user));
        }
    }

    private Trouble keptOut(Trouble trouble) {
        if (trouble.kind() == Trouble.Kind.LOGIN_REFUSED) {
            server.access().isRefused();
        }
        return trouble;
    }

    /** Hands the mail over. A recipient who is refused does not keep it from the others. */
    public Delivery carry(Parcel mail) {
        Trouble trouble = open();
        if (trouble != null) {
            return Delivery.untouched(trouble);
        }
        boolean fresh = carried++ == 0;
        Delivery delivery = handOver(mail);
        if (delivery.trouble() != null) {
            close();
        }
        return delivery.wasShownOut() && !fresh ? carry(mail) : delivery;
    }

    /** Whatever a mail may set off, it is noted as that mail's failure: the mails behind it go on. */
    private Delivery handOver(Parcel mail) {
        Transport open = Objects.requireNonNull(transport);
        try {
            Failure tooLarge = SizeLimit.of(open).refuses(mail, server.where().host());
            if (tooLarge != null) {
                return Delivery.failed(tooLarge);
            }
            open.sendMessage(message(mail), addresses(mail.recipients()));
            return Delivery.taken(mail.recipients());
        } catch (MessagingException failed) {
            return SmtpFailure.ofMail(failed, server.where());
        } catch (RuntimeException failed) {
            LOG.error("Outgoing mail {} could not be handed over", mail.id(), failed);
            close();
            return Delivery.failed(new Failure(failed.toString(), false));
        }
    }

    private SMTPMessage message(Parcel mail) throws MessagingException {
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
