package org.mailroom.intake.forward;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mailroom.intake.forward.Forward.How;
import org.mailroom.intake.mime.ReadMail;
import org.mailroom.message.EmailAddress;

/**
 * Whom a case is for when one of us passes on what a customer wrote to him. Anybody can write a text that looks like a
 * forward, so only people we trust are believed. Asked only for a mail that opens a case, in one inbox.
 *
 * @param requester whom answers go to; known by the word of another only
 * @param assertedBy who says so
 * @param note what he wrote above the mail that he passed on: for us, not for the customer; empty where he wrote nothing
 */
public record AssertedRequester(EmailAddress requester, EmailAddress assertedBy, String note) {

    /**
     * Empty where the forward changes nothing: a redirect leaves the author in his place.
     *
     * @param trusted whose forwards are believed; that the mail is really his must be proven before
     * @param ours which addresses are our own
     */
    public static Optional<AssertedRequester> of(
            ReadMail mail, Forward forward, Predicate<EmailAddress> trusted, Predicate<EmailAddress> ours) {
        EmailAddress forwarder = mail.message().from();
        if (forward.how() == How.REDIRECT || !trusted.test(forwarder)) {
            return Optional.empty();
        }
        return Stream.concat(forward.replyTo().stream(), Stream.ofNullable(forward.from()))
                .flatMap(person -> person.mailable().stream())
                .filter(ours.negate())
                .filter(address -> !address.key().equals(forwarder.key()))
                .findFirst()
                .map(requester -> new AssertedRequester(requester, forwarder, forward.words()));
    }
}
