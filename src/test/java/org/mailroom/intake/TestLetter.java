package org.mailroom.intake;

import java.time.Duration;
import java.util.List;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.WhenClosed;
import org.mailroom.intake.mime.MailReader;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.MessageId;

/** Letters to judge, for a house with the inboxes support, finance and sales. */
final class TestLetter {

    static final List<Inbox> INBOXES = List.of(inbox("support"), inbox("finance"), inbox("sales"));

    private TestLetter() {}

    /** The header fields, then a short text. */
    static Letter with(String... fields) {
        String[] lines = java.util.Arrays.copyOf(fields, fields.length + 2);
        lines[fields.length] = "";
        lines[fields.length + 1] = "Hello";
        return of(new MessageId("kept@example.org"), Eml.of(lines));
    }

    static Letter file(String name) {
        return of(new MessageId("kept@example.org"), Eml.file(name));
    }

    static Letter of(MessageId id, byte[] raw) {
        return new Letter(new MailReader().read(id, raw, address -> Letter.isOneOf(INBOXES, address)), INBOXES);
    }

    private static Inbox inbox(String key) {
        EmailAddress address = EmailAddress.of(key + "@mailroom.localhost");
        return new Inbox(
                new InboxKey(key),
                key,
                address,
                key.toUpperCase(java.util.Locale.ROOT),
                null,
                true,
                false,
                true,
                Duration.ofDays(1),
                Duration.ofDays(14),
                WhenClosed.REOPEN);
    }
}
