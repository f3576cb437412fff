package org.mailroom.admin;

import org.mailroom.cases.AdminNotices;
import org.mailroom.mailbox.Mailbox;
import org.mailroom.mailbox.MailboxBack;
import org.mailroom.mailbox.MailboxSilent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends the admins a mail when a mailbox is not picked up any more, and when it is again. */
@Component
class MailboxAlarms {

    private final AdminNotices notices;

    MailboxAlarms(AdminNotices notices) {
        this.notices = notices;
    }

    @EventListener
    void silent(MailboxSilent news) {
        Mailbox mailbox = news.mailbox();
        notices.mailboxSilent(mailbox.inbox(), mailbox.name(), mailbox.silentSince(), mailbox.lastError());
    }

    @EventListener
    void back(MailboxBack news) {
        Mailbox mailbox = news.mailbox();
        notices.mailboxBack(mailbox.inbox(), mailbox.name(), mailbox.silentSince());
    }
}
