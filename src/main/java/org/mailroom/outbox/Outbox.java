package org.mailroom.outbox;

import java.util.NoSuchElementException;
import java.util.Optional;
import org.mailroom.message.MessageId;
import org.mailroom.outbox.sending.SendingShift;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is to leave. A mail that was put here inside a transaction leaves when the transaction is committed, once. */
@Component
public class Outbox {

    private final Composer composer;
    private final OutgoingMails mails;
    private final SendingShift shift;

    Outbox(Composer composer, OutgoingMails mails, SendingShift shift) {
        this.composer = composer;
        this.mails = mails;
        this.shift = shift;
    }

    /**
     * Composes the mail and keeps it; a draft whose cause is known already gives the mail that is there.
     *
     * <p>A recipient who is an inbox of our own or no valid address is left out. Where nobody is left the mail is kept
     * all the same and fails at its first try, as one that the mail server refuses: {@link SendingFailed} says so to
     * the case, and no caller has a second way of failing to think of.
     *
     * @throws NoSuchElementException where there is no such inbox
     */
    @Transactional
    public OutgoingMail put(Draft draft) {
        OutgoingMail kept = mails.keep(draft, composer.compose(draft));
        shift.wakeAfterCommit();
        return kept;
    }

    /**
     * Tries the mail again now, as if it had never been tried. A mail that was sent stays sent; recipients for whom the
     * mail server took it already do not get it twice.
     *
     * @throws NoSuchElementException where there is no such mail
     */
    @Transactional
    public void sendAgain(long outgoingMailId) {
        if (mails.find(outgoingMailId).isEmpty()) {
            throw new NoSuchElementException("There is no outgoing mail " + outgoingMailId);
        }
        mails.startOver(outgoingMailId);
        shift.wakeAfterCommit();
    }

    /**
     * Tries a mail no more that waits, as if the mail server had refused it for good: {@link SendingFailed} says so.
     *
     * @param by name of the person who decided
     * @return false where there is no such mail, or it does not wait, or is being handed over
     */
    @Transactional
    public boolean giveUp(long outgoingMailId, String by) {
        return mails.giveUp(outgoingMailId, by);
    }

    /** Tries the mail servers that take nothing now, and not when their rest is over. */
    @Transactional
    public void tryServers() {
        mails.endRests();
        shift.wakeAfterCommit();
    }

    public Optional<OutgoingMail> withMessageId(MessageId id) {
        return mails.withMessageId(id);
    }

    public Optional<OutgoingMail> find(long outgoingMailId) {
        return mails.find(outgoingMailId);
    }

    /** A mail as it was sent; empty where there is none, or its time was over. */
    public Optional<Sent> sent(long outgoingMailId) {
        return mails.sent(outgoingMailId);
    }

    /** @param raw byte for byte */
    @SuppressWarnings("ArrayRecordComponent") // the bytes are large and two of these are never compared
    public record Sent(MessageId messageId, byte[] raw) {}
}
