package org.mailroom.intake;

import org.mailroom.cases.AdminNotices;
import org.springframework.stereotype.Component;

/** Mails that could not be taken in: they lie where an admin finds them, and he hears of it. */
@Component
public class Quarantine {

    private final AdminNotices admins;

    Quarantine(AdminNotices admins) {
        this.admins = admins;
    }

    /** @param reason what went wrong; nothing of the mail is quoted in it */
    public void report(Received received, String reason) {
        admins.quarantined(received.inbox(), received.id(), reason);
    }
}
