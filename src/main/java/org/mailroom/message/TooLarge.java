package org.mailroom.message;

import java.util.Locale;

/**
 * A mail that was larger than allowed. Only its header is kept; the mail lies where it was, untouched.
 *
 * @param size in bytes
 * @param limit in bytes
 * @param mailbox what people call the account that it lies in, and the folder
 */
public record TooLarge(long size, long limit, String mailbox) {

    private static final double MEGABYTE = 1024.0 * 1024;

    public double sizeInMegabytes() {
        return size / MEGABYTE;
    }

    public double limitInMegabytes() {
        return limit / MEGABYTE;
    }

    /** A sentence for people. */
    public String reason() {
        return String.format(
                Locale.ROOT,
                "Over the size limit: the mail has %.1f MB, %.1f MB are the most. Only its header was kept.",
                sizeInMegabytes(),
                limitInMegabytes());
    }
}
