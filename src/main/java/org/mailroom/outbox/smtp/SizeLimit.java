package org.mailroom.outbox.smtp;

import jakarta.mail.Transport;
import java.util.Locale;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.mailroom.outbox.smtp.Delivery.Failure;

/**
 * The largest mail that a server takes, as it says itself (SIZE, RFC 1870), so that no mail is carried there in vain.
 *
 * @param bytes 0 where it says none
 */
record SizeLimit(long bytes) {

    private static final double MEGABYTE = 1_000_000;

    static SizeLimit of(Transport open) {
        boolean says = open instanceof SMTPTransport smtp && smtp.supportsExtension("SIZE");
        return new SizeLimit(says ? number(((SMTPTransport) open).getExtensionParameter("SIZE")) : 0);
    }

    private static long number(@Nullable String said) {
        try {
            return said == null ? 0 : Long.parseLong(said.strip());
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }

    @Nullable
    Failure refuses(Parcel mail, String host) {
        long size = mail.raw().length;
        return bytes == 0 || size <= bytes
                ? null
                : new Failure(
                        String.format(
                                Locale.ROOT,
                                "Too large: with its files as they are sent the mail has %.1f MB, and the mail server %s takes"
                                        + " at most %.1f MB. Write it again with smaller files, or spread them over several mails.",
                                size / MEGABYTE,
                                host,
                                bytes / MEGABYTE),
                        true);
    }
}
