package org.mailroom.mailbox;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Arrays;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.mailroom.message.TooLarge;

/** What may be kept of a mail: all of it, or its header alone where the mail is larger than allowed. */
class SizeLimit {

    /** No mail program writes more; what is beyond it is not looked at. */
    private static final int LARGEST_HEADER = 1_048_576;

    private final int limit;
    private final String mailbox;

    SizeLimit(MailSizes sizes, Mailbox account) {
        this.limit = Math.toIntExact(sizes.largest().toBytes());
        this.mailbox = account.name() + ", " + account.handling().folder();
    }

    boolean forbids(long size) {
        return size > limit;
    }

    /** The server says how large a mail is before it is fetched; one that says nothing or is wrong is not believed. */
    PickedMail fetch(RemoteFolder folder, IMAPMessage message, Origin origin) throws MessagingException, IOException {
        if (forbids(message.getSize())) {
            return header(folder.raw(message, LARGEST_HEADER), message.getSize(), origin);
        }
        return limited(folder.raw(message, limit + 1), origin);
    }

    /** @param raw the mail as far as it was fetched */
    PickedMail limited(byte[] raw, Origin origin) {
        return forbids(raw.length) ? header(raw, raw.length, origin) : new PickedMail(raw, null, origin);
    }

    /** @param raw the beginning of the mail */
    PickedMail header(byte[] raw, long size, Origin origin) {
        int end = Math.min(RawHeader.of(raw).end(), LARGEST_HEADER);
        return new PickedMail(Arrays.copyOf(raw, end), new TooLarge(size, limit, mailbox), origin);
    }
}
