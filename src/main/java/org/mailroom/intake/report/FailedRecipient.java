package org.mailroom.intake.report;

/**
 * Whom a mail of ours did not reach.
 *
 * @param address as we wrote it, where the report says so
 * @param status the enhanced status code (RFC 3463), such as {@code 5.1.1}; its first digit is what the server said, and where
 *     it gave no code, what its words mean
 * @param permanent whether trying again is useless: the code begins with 5 and the server gave up. A full mailbox
 *     ({@code 5.2.2}) counts, because the server says so; {@code 4.2.2} does not
 */
public record FailedRecipient(String address, String status, boolean permanent) {

    static FailedRecipient of(String address, StatusCode status, boolean late) {
        return new FailedRecipient(address, status.value(), status.isPermanent() && !late);
    }
}
