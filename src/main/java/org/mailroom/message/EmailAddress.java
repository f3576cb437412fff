package org.mailroom.message;

import java.util.Locale;
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

    /** The name, or the address where there is no name. */
    public String label() {
        return name == null ? address : name;
    }
}
