package org.mailroom.mailbox;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Arrays;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.mailroom.message.TooLarge;

/** Fetches what may be kept of a mail: all of it, or its header alone where the mail is larger than allowed. */
class SizeLimit {

    /** No mail program writes more; what is beyond it is not looked at. */
    private static final int LARGEST_HEADER = 1_048_576;

    private final int limit;
    private final String mailbox;

    /** @param mailbox as people call it */
    SizeLimit(MailSizes sizes, String mailbox) {
        this.limit = Math.toIntExact(sizes.largest().toBytes());
        this.mailbox = mailbox;
    }

    /** The server says how large a mail is before it is fetched; one that says nothing or is wrong is not believed. */
    PickedMail fetch(UidMailReceiver receiver, IMAPMessage message) throws MessagingException, IOException {
        if (message.getSize() > limit) {
            return header(receiver.raw(message, LARGEST_HEADER), message.getSize());
        }
        byte[] raw = receiver.raw(message, limit + 1);
        return raw.length > limit ? header(raw, raw.length) : new PickedMail(raw, null);
    }

    private PickedMail header(byte[] raw, long size) {
        int end = Math.min(RawHeader.of(raw).end(), LARGEST_HEADER);
        return new PickedMail(Arrays.copyOf(raw, end), new TooLarge(size, limit, mailbox));
    }
}
