package org.mailroom.intake.mime;

import org.mailroom.message.MessageId;

/** What {@code bin/fuzz} calls again and again, with bytes that it grows from the mails of the tests. */
public final class MailReaderFuzz {

    private MailReaderFuzz() {}

    public static void fuzzerTestOneInput(byte[] mail) {
        AnyMailTests.isSound(new MailReader()
                .read(new MessageId("fuzz@example.org"), mail, address -> false)
                .message());
    }
}
