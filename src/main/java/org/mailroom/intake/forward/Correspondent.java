package org.mailroom.intake.forward;

import java.util.Optional;
import org.mailroom.message.EmailAddress;

/**
 * Somebody whom a forwarded mail names. Some mail programs write only the name.
 *
 * @param address empty where it is not written
 * @param name empty where it is not written
 */
public record Correspondent(String address, String name) {

    static Correspondent of(EmailAddress address) {
        return new Correspondent(address.address(), address.name() == null ? "" : address.name());
    }

    /** Where mail to him goes; empty where only the name is known. */
    public Optional<EmailAddress> mailable() {
        return address.isEmpty() ? Optional.empty() : Optional.of(new EmailAddress(address, name));
    }
}
