package org.mailroom.cases.mail;

import java.time.Duration;
import java.util.Map;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.outbox.MailTexts;
import org.springframework.stereotype.Component;

/** Tells the admins that an inbox sends no automatic mail any more. */
@Component
public class StopNotice {

    private final MailTexts texts;
    private final Tags tags;
    private final AdminMail admins;

    StopNotice(MailTexts texts, Tags tags, AdminMail admins) {
        this.texts = texts;
        this.tags = tags;
        this.admins = admins;
    }

    /** @param row the case whose mail would have been one too many */
    public void tellAdmins(CaseRow row, int limit, Duration window) {
        Map<String, String> values = tags.ofInbox(row);
        values.put("limit", Integer.toString(limit));
        values.put("minutes", Long.toString(Math.max(1, window.toMinutes())));
        admins.send(
                "stop:" + row.inbox() + ":" + row.number(),
                row.inbox(),
                texts.fill(MailTexts.Kind.STOP, row.inbox(), values));
    }
}
