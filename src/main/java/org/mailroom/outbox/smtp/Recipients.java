package org.mailroom.outbox.smtp;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mailroom.inbox.Inboxes;
import org.mailroom.inbox.NeverCopied;
import org.mailroom.message.EmailAddress;
import org.mailroom.outbox.Draft;
import org.springframework.stereotype.Component;

/**
 * Whom mail may go to: not to an inbox of our own, for that would answer itself for ever, and not to what is no address.
 * A domain leaves in its ASCII form; a local part must be ASCII, as servers that take others (RFC 6531) are few.
 */
@Component
public final class Recipients {

    private static final Pattern ONE_ADDRESS = Pattern.compile("(?=.{3,320}$)[!-~]+@[!-~&&[^:;]]+");

    private final Inboxes inboxes;
    private final NeverCopied neverCopied;

    Recipients(Inboxes inboxes, NeverCopied neverCopied) {
        this.inboxes = inboxes;
        this.neverCopied = neverCopied;
    }

    /** Those that may be written to, in the form in which SMTP carries them, each once. */
    public List<EmailAddress> reachable(List<EmailAddress> wanted) {
        return wanted.stream()
                .flatMap(address -> wireForm(address).stream())
                .filter(address -> inboxes.withAddress(address).isEmpty())
                .distinct()
                .toList();
    }

    /** Who gets a copy: whoever may, and does not get the mail itself. */
    public List<EmailAddress> copies(Draft draft) {
        Set<String> to = draft.to().stream().map(EmailAddress::key).collect(Collectors.toSet());
        return reachable(neverCopied.allowed(draft.cc())).stream()
                .filter(address -> !to.contains(address.key()))
                .toList();
    }

    public static Optional<EmailAddress> wireForm(EmailAddress address) {
        try {
            String text = withAsciiDomain(address.address());
            if (!ONE_ADDRESS.matcher(text).matches()) {
                return Optional.empty();
            }
            new InternetAddress(text, true).validate();
            return Optional.of(new EmailAddress(text, address.name()));
        } catch (AddressException | IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    public static String withAsciiDomain(String address) {
        int at = address.lastIndexOf('@');
        return at < 0 ? address : address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
    }
}
