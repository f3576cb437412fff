package org.mailroom.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.InboxKey;
import org.mailroom.intake.forward.Correspondents;
import org.mailroom.message.EmailAddress;

/**
 * Chooses the inbox of a new case: that of the account the mail was picked up from, unless the mail came for exactly one
 * other inbox, as it is where one account collects the mail of several. A mail that was redirected names our address in no
 * other place than the fields of those who sent it on and delivered it.
 */
final class Addressee {

    private static final List<String> WRITTEN = List.of("To", "Cc");
    private static final List<String> SENT_ON = List.of("X-Forwarded-To", "X-MS-Exchange-Forwarded-To", "Resent-To");
    private static final List<String> DELIVERED = List.of(
            "Delivered-To", "X-Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Forwarded-For");

    private Addressee() {}

    /** Where a mail ends says least, so the account's own address counts only where somebody wrote it or sent it on there. */
    static InboxKey of(Letter letter, InboxKey account) {
        Set<InboxKey> written = named(letter, WRITTEN);
        Set<InboxKey> sentOn = named(letter, SENT_ON);
        if (written.contains(account) || sentOn.contains(account)) {
            return account;
        }
        Set<InboxKey> others = new HashSet<>(sentOn);
        others.addAll(named(letter, DELIVERED));
        others.remove(account);
        return only(others, only(written, account));
    }

    private static InboxKey only(Set<InboxKey> inboxes, InboxKey otherwise) {
        return inboxes.size() == 1 ? inboxes.iterator().next() : otherwise;
    }

    private static Set<InboxKey> named(Letter letter, List<String> fields) {
        Set<EmailAddress> addresses =
                fields.stream().flatMap(name -> addresses(letter, name)).collect(Collectors.toSet());
        return letter.inboxes().stream()
                .filter(inbox -> addresses.stream().anyMatch(inbox::isAt))
                .map(Inbox::key)
                .collect(Collectors.toSet());
    }

    /** Some servers write two addresses with a blank between them. */
    private static Stream<EmailAddress> addresses(Letter letter, String name) {
        return WRITTEN.contains(name)
                ? letter.fields().addresses(name).stream()
                : letter.fields().all(name).stream()
                        .flatMap(value -> Correspondents.in(value).stream())
                        .flatMap(person -> person.mailable().stream());
    }
}
