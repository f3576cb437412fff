package org.mailroom.message;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An address that mail goes to or comes from, with the name that stood beside it.
 *
 * @param address the address as it was written, never empty; RFC 5321 leaves the case of the local part to its host
 * @param name the display name, already decoded; null where there was none
 */
public record EmailAddress(String address, @Nullable String name) {

    public EmailAddress {
        if (address.isBlank()) {
            throw new IllegalArgumentException("An e-mail address cannot be empty");
        }
        name = name == null || name.isBlank() ? null : name.strip();
    }

    public static EmailAddress of(String address) {
        return new EmailAddress(address, null);
    }

    /** The form under which two spellings of one address are the same: lower case. Send to {@link #address()}. */
    public String key() {
        return address.toLowerCase(Locale.ROOT);
    }

    /** What stands behind the first plus of the local part (RFC 5233): {@code it} of {@code us+it@example.org}. */
    public Optional<String> detail() {
        int plus = address.indexOf('+');
        int at = address.lastIndexOf('@');
        return 0 < plus && plus < at ? Optional.of(address.substring(plus + 1, at)) : Optional.empty();
    }

    /** The same without its {@link #detail}: where mail to it ends up. */
    public EmailAddress withoutDetail() {
        return detail().isEmpty()
                ? this
                : new EmailAddress(
                        address.substring(0, address.indexOf('+')) + address.substring(address.lastIndexOf('@')), name);
    }

    /** The mailbox behind it, as it compares: lower case, without detail. */
    public String mailbox() {
        return withoutDetail().key();
    }

    /** The same with a detail. */
    public EmailAddress withDetail(String detail) {
        int at = address.lastIndexOf('@');
        return new EmailAddress(address.substring(0, at) + "+" + detail + address.substring(at), name);
    }

    /** The name, or the address where there is no name. */
    public String label() {
        return name == null ? address : name;
    }
}
