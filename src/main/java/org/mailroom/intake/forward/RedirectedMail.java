package org.mailroom.intake.forward;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.intake.forward.Forward.How;
import org.mailroom.intake.mime.ReadMail;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.Message;

/**
 * A mail that a mail server or program sent on as it is. It says so itself (RFC 5322, 3.6.6), the server that did it says so,
 * or it was delivered before, to an address it was written to, and now to another.
 */
final class RedirectedMail {

    private static final List<String> FIELDS = List.of(
            "resent-from",
            "resent-sender",
            "resent-to",
            "x-forwarded-to",
            "x-forwarded-for",
            "x-ms-exchange-forwarded-to");

    private RedirectedMail() {}

    static Optional<Forward> in(ReadMail mail) {
        return field(mail).map(field -> forward(mail, field));
    }

    private static Optional<String> field(ReadMail mail) {
        return FIELDS.stream()
                .filter(field -> mail.fields().all(field).stream().anyMatch(RedirectedMail::namesAnAddress))
                .findFirst()
                .or(() -> wasDeliveredBefore(mail) ? Optional.of("delivered-to") : Optional.empty());
    }

    /** Web mail writes the network address of its user into X-Forwarded-For, and some servers two addresses with a blank. */
    private static boolean namesAnAddress(String value) {
        return Correspondents.in(value).stream()
                .anyMatch(person -> !person.address().isEmpty());
    }

    /** Each server adds its Delivered-To above those of the servers before. A list's servers do too, and redirect nothing. */
    private static boolean wasDeliveredBefore(ReadMail mail) {
        List<EmailAddress> stations = mail.fields().addresses("delivered-to");
        if (stations.size() < 2 || mail.fields().has("list-id") || mail.fields().has("mailing-list")) {
            return false;
        }
        String last = stations.get(0).key();
        return !isRecipient(mail.message(), last)
                && stations.stream()
                        .map(EmailAddress::key)
                        .anyMatch(before -> !before.equals(last) && isRecipient(mail.message(), before));
    }

    private static boolean isRecipient(Message message, String address) {
        return Stream.concat(message.to().stream(), message.cc().stream())
                .anyMatch(recipient -> recipient.key().equals(address));
    }

    private static Forward forward(ReadMail mail, String field) {
        Message message = mail.message();
        EmailAddress author =
                mail.fields().addresses("x-original-from").stream().findFirst().orElse(message.from());
        return new Forward(
                How.REDIRECT,
                Correspondent.of(author),
                message.replyTo().stream().map(Correspondent::of).toList(),
                message.to().stream().map(Correspondent::of).toList(),
                message.cc().stream().map(Correspondent::of).toList(),
                mail.fields().first("date").orElse(""),
                message.subject(),
                message.text(),
                message.html(),
                "",
                "Its field " + field + " says that it was sent on as it is.");
    }
}
