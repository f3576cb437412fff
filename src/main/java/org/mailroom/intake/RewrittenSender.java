package org.mailroom.intake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.intake.forward.Correspondents;
import org.mailroom.message.EmailAddress;

/**
 * Who wrote a mail into which a list, or a server that sends mail on, wrote itself as the sender, so that it passes DMARC:
 * {@code From: Anna via List <list@...>}. The author stands in {@code X-Original-From} or, if not, in {@code Reply-To}.
 */
final class RewrittenSender {

    private static final Pattern VIA = Pattern.compile("(?i)['\"]*(\\S.{0,200}?)['\"]*\\s+via\\s+\\S.*");

    private RewrittenSender() {}

    /** Empty where the sender is the author. */
    static Optional<EmailAddress> of(Letter letter) {
        return original(letter).or(() -> via(letter));
    }

    /** Where the author asked for answers elsewhere, they go there, but not to the list. */
    private static Optional<EmailAddress> original(Letter letter) {
        return letter.fields().addresses("X-Original-From").stream()
                .filter(author -> isAnother(letter, author))
                .findFirst()
                .map(author -> replyTo(letter).orElse(author));
    }

    private static Optional<EmailAddress> via(Letter letter) {
        String name = letter.message().from().name();
        Matcher rewritten = VIA.matcher(name == null ? "" : name);
        return rewritten.matches()
                ? replyTo(letter).map(author -> named(author, rewritten.group(1)))
                : Optional.empty();
    }

    private static EmailAddress named(EmailAddress author, String name) {
        return author.name() == null || author.name().isBlank() ? new EmailAddress(author.address(), name) : author;
    }

    private static Optional<EmailAddress> replyTo(Letter letter) {
        return letter.message().replyTo().stream()
                .filter(address -> isAnother(letter, address))
                .findFirst();
    }

    private static boolean isAnother(Letter letter, EmailAddress address) {
        Stream<String> list = letter.fields().all("List-Post").stream()
                .flatMap(value -> Correspondents.in(value).stream())
                .map(person -> EmailAddress.of(person.address()).key());
        return !letter.isOurs(address)
                && !address.key().equals(letter.message().from().key())
                && list.noneMatch(address.key()::equals);
    }
}
