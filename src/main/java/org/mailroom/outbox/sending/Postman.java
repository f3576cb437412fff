package org.mailroom.outbox.sending;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.mailserver.Trouble;
import org.mailroom.message.EmailAddress;
import org.mailroom.outbox.sending.DueMails.Taken;
import org.mailroom.outbox.sending.Round.Noted;
import org.mailroom.outbox.smtp.Delivery;
import org.mailroom.outbox.smtp.Delivery.Failure;
import org.mailroom.outbox.smtp.Parcel;
import org.mailroom.outbox.smtp.Recipients;
import org.mailroom.outbox.smtp.SmtpLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes a few mails at once, hands over one after the other, and notes what came of each before the next. */
@Component
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    /** Then others may have what is left: a slow server holds nothing up for long. */
    private static final long LONGEST_NANOS = Duration.ofSeconds(5).toNanos();

    private final DueMails due;
    private final Pace pace;
    private final Recipients recipients;
    private final Notebook notebook;
    private final Counter possiblyDoubled;

    Postman(DueMails due, Pace pace, Recipients recipients, Notebook notebook, MeterRegistry meters) {
        this.due = due;
        this.pace = pace;
        this.recipients = recipients;
        this.notebook = notebook;
        this.possiblyDoubled = Counter.builder("mailroom.mails.possibly.doubled")
                .description("Mails taken again of which nobody knows whether they had left already")
                .register(meters);
    }

    List<DueMail> take(Round round, Account account, int most) {
        Taken taken = pace.take(account, most, number -> due.take(round.id(), account.id(), number));
        List<DueMail> mails = taken.mails();
        round.holds(mails);
        if (!taken.surely()) {
            notebook.noteOnceMore(round, mails.get(0).id());
        } else if (!mails.isEmpty()) {
            round.isSure();
        }
        mails.stream().filter(DueMail::interrupted).forEach(this::count);
        return mails;
    }

    private void count(DueMail mail) {
        possiblyDoubled.increment();
        LOG.warn("Outgoing mail {} is sent again; whoever was at it before died, so it may arrive twice", mail.id());
    }

    /** @return why the server takes no more; null where it does */
    @Nullable
    Trouble carry(List<DueMail> mails, Round round, SmtpLine line, Bell bell) {
        long began = System.nanoTime();
        Trouble trouble = null;
        for (int i = 0; i < mails.size() && trouble == null; i++) {
            boolean late = i > 0 && System.nanoTime() - began > LONGEST_NANOS;
            if (late || !round.isSafe() || bell.isSilenced()) {
                break;
            }
            Delivery delivery = post(mails.get(i), line);
            trouble = delivery.trouble();
            if (!delivery.leftTheMailAlone()) {
                Long next = i + 1 < mails.size() ? (Long) mails.get(i + 1).id() : null;
                notebook.note(round, new Noted(mails.get(i), delivery, next));
            }
        }
        notebook.giveBack(round);
        return trouble;
    }

    private Delivery post(DueMail mail, SmtpLine line) {
        List<String> reachable = recipients.reachable(mail.open()).stream()
                .map(EmailAddress::address)
                .toList();
        return reachable.isEmpty()
                ? nobodyLeft(mail)
                : line.carry(new Parcel(mail.id(), mail.envelopeFrom(), reachable, mail.raw()));
    }

    private static Delivery nobodyLeft(DueMail mail) {
        List<String> meant = mail.open().stream().map(EmailAddress::address).toList();
        return Delivery.failed(new Failure(
                "Nobody can be written to: no valid address, or an inbox of our own: " + String.join(", ", meant),
                true));
    }
}
