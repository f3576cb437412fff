package org.mailroom.intake;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.InboxKey;
import org.mailroom.message.EmailAddress;

/**
 * Chooses the inbox of a new case: that of the account the mail was picked up from, unless the mail is addressed to exactly
 * one other inbox, as it is where one account collects the mail of several.
 */
final class Addressee {

    private static final Set<String> FIELDS = Set.of("To", "Cc", "Delivered-To", "X-Original-To");

    private Addressee() {}

    static InboxKey of(Letter letter, InboxKey account) {
        Set<EmailAddress> recipients = FIELDS.stream()
                .flatMap(name -> letter.fields().addresses(name).stream())
                .collect(Collectors.toSet());
        List<InboxKey> addressed = addressed(letter, recipients).toList();
        return addressed.size() == 1 && !addressed.contains(account) ? addressed.get(0) : account;
    }

    private static Stream<InboxKey> addressed(Letter letter, Set<EmailAddress> recipients) {
        return letter.inboxes().stream()
                .filter(inbox -> recipients.stream().anyMatch(inbox::isAt))
                .map(Inbox::key);
    }
}
