package org.mailroom.cases;

import java.util.Optional;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.cases.loops.FailedAddresses;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.MessageId;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutgoingMail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What mail servers say about mail that will not arrive. Anybody can write such a report, so it is believed only of a mail
 * that we sent, by its Message-ID, which nobody can guess, and only of an address that it went to: whoever knows the one can
 * at most speak for the other.
 */
@Component
public class UndeliveredMail {

    private final Outbox outbox;
    private final FailedAddresses addresses;
    private final Timeline timeline;

    UndeliveredMail(Outbox outbox, FailedAddresses addresses, Timeline timeline) {
        this.outbox = outbox;
        this.addresses = addresses;
        this.timeline = timeline;
    }

    /**
     * The address gets no automatic mail for a while, and the case of the mail says so.
     *
     * @param status the enhanced status code (RFC 3463)
     */
    @Transactional
    public void failedForGood(MessageId mail, EmailAddress address, String status) {
        Optional<OutgoingMail> sent = outbox.withMessageId(mail).filter(known -> known.recipients().stream()
                .anyMatch(recipient -> EmailAddress.of(recipient).key().equals(address.key())));
        sent.ifPresent(known -> note(known, address, status));
    }

    private void note(OutgoingMail sent, EmailAddress address, String status) {
        addresses.add(address, status, sent.id());
        if (sent.caseNumber() != null) {
            timeline.add(
                    sent.caseNumber(),
                    CaseEvent.of(Kind.ADDRESS_FAILED, null).from(status).to(address.address()));
        }
    }
}
