package org.mailroom.cases.mail;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.InboxKey;
import org.mailroom.outbox.MailTexts;
import org.mailroom.outbox.MailTexts.Kind;
import org.springframework.stereotype.Component;

/** Tells the admins that a mailbox is not picked up any more, and that it is again. */
@Component
public class MailboxNotices {

    private final MailTexts texts;
    private final Tags tags;
    private final AdminMail admins;

    MailboxNotices(MailTexts texts, Tags tags, AdminMail admins) {
        this.texts = texts;
        this.tags = tags;
        this.admins = admins;
    }

    /** @param reason null where nobody even tried */
    public void silent(InboxKey inbox, String mailbox, Instant since, @Nullable String reason) {
        Map<String, String> values = tags.ofMailbox(inbox, mailbox);
        values.put("since", since.truncatedTo(ChronoUnit.SECONDS).toString());
        values.put("reason", reason == null ? "" : reason);
        admins.send("silent:" + mailbox + ":" + since, inbox, texts.fill(Kind.SILENT, inbox, values));
    }

    /** @param at when it was picked up */
    public void back(InboxKey inbox, String mailbox, Instant at) {
        admins.send("back:" + mailbox + ":" + at, inbox, texts.fill(Kind.BACK, inbox, tags.ofMailbox(inbox, mailbox)));
    }
}
