package org.mailroom.mailbox;

import org.springframework.stereotype.Component;

/** All accounts on mail servers. */
@Component
public class MailboxAccounts {

    /** Adds the account unless one with its name is there already. */
    public void addIfMissing(MailboxAccount account) {
        throw new UnsupportedOperationException();
    }
}
