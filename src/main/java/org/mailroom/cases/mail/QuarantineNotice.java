package org.mailroom.cases.mail;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.mailroom.inbox.InboxKey;
import org.mailroom.outbox.MailTexts;
import org.springframework.stereotype.Component;

/** Tells the admins that a mail could not be taken in; for each inbox once an hour, however many there are. */
@Component
public class QuarantineNotice {

    private final MailTexts texts;
    private final Tags tags;
    private final AdminMail admins;
    private final Clock clock;

    QuarantineNotice(MailTexts texts, Tags tags, AdminMail admins, Clock clock) {
        this.texts = texts;
        this.tags = tags;
        this.admins = admins;
        this.clock = clock;
    }

    /** @param reason what went wrong, in words of ours */
    public void tellAdmins(InboxKey inbox, long receivedMailId, String reason) {
        Map<String, String> values = tags.ofReceivedMail(inbox, receivedMailId);
        values.put("reason", reason);
        admins.send(
                "quarantine:" + inbox + ":" + clock.instant().truncatedTo(ChronoUnit.HOURS),
                inbox,
                texts.fill(MailTexts.Kind.QUARANTINE, inbox, values));
    }
}
