package org.mailroom.intake;

import org.mailroom.cases.AdminNotices;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.message.Message;
import org.mailroom.message.TooLarge;
import org.springframework.stereotype.Component;

/** Mails of which only the header is there: they go the way of every mail, and the admins hear of it. */
@Component
class TooLargeMails {

    private final AdminNotices admins;

    TooLargeMails(AdminNotices admins) {
        this.admins = admins;
    }

    /** What is known of the message: a body that was not kept is none that could not be read. */
    static Message known(Received received, Message read) {
        return received.tooLarge() == null ? read : read.headerAlone();
    }

    void tell(Received received, CaseNumber number) {
        TooLarge tooLarge = received.tooLarge();
        if (tooLarge != null) {
            admins.tell(
                    number,
                    "too-large:" + received.id(),
                    tooLarge.reason() + " It lies untouched in " + tooLarge.mailbox() + ".");
        }
    }
}
