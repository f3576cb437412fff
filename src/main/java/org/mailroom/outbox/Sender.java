package org.mailroom.outbox;

import java.util.List;
import java.util.Optional;
import org.mailroom.message.EmailAddress;
import org.mailroom.outbox.Delivery.Failure;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is due. Each mail has a transaction of its own that locks it while it is handed over and notes what came of
 * it, so that nobody else sends it meanwhile, and a crash leaves it as it was: to be sent, with the same Message-ID.
 */
@Component
class Sender {

    private final DueMails due;
    private final Recipients recipients;
    private final SmtpServer server;
    private final Herald herald;
    private final TransactionTemplate transaction;

    Sender(
            DueMails due,
            Recipients recipients,
            SmtpServer server,
            Herald herald,
            PlatformTransactionManager transactions) {
        this.due = due;
        this.recipients = recipients;
        this.server = server;
        this.herald = herald;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Sends until nothing is due, and tells what there is to tell. */
    void workOff() {
        try (SmtpLine line = server.line()) {
            boolean more = true;
            while (more) {
                more = sendNext(line);
                herald.tellAll();
            }
        }
    }

    private boolean sendNext(SmtpLine line) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<DueMail> next = due.takeNext();
            next.ifPresent(mail -> note(mail, post(mail, line)));
            return next.isPresent();
        }));
    }

    private Delivery post(DueMail mail, SmtpLine line) {
        List<String> reachable = recipients.reachable(mail.open()).stream()
                .map(EmailAddress::address)
                .toList();
        return reachable.isEmpty() ? nobodyLeft(mail) : line.carry(mail, reachable);
    }

    private static Delivery nobodyLeft(DueMail mail) {
        List<String> meant = mail.open().stream().map(EmailAddress::address).toList();
        return Delivery.failed(new Failure(
                "Nobody can be written to: no valid address, or an inbox of our own: " + String.join(", ", meant),
                true));
    }

    private void note(DueMail mail, Delivery delivery) {
        Failure failure = delivery.failure();
        if (failure == null) {
            due.sent(mail, delivery);
        } else {
            due.failed(mail, delivery, failure);
        }
    }
}
