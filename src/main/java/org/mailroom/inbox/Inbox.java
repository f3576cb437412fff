package org.mailroom.inbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mailroom.message.EmailAddress;

/**
 * A queue that people work from.
 *
 * @param name what people call it, unique
 * @param address where its mail comes to and its answers come from
 * @param casePrefix the numbering series of the cases opened in it
 * @param defaultOwner user id of who gets its new cases; null leaves them to the members
 * @param confirms whether each new case is confirmed to the customer
 * @param summarises whether the customer gets the correspondence when a case is completed
 * @param addsContacts whether an unknown sender becomes a contact
 * @param target how long after opening a case is due
 * @param reopenWindow how long after closing an answer still reopens the case
 * @param whenClosed what becomes of a mail to a closed case
 * @param receives whether mail opens cases in it; where it is switched off, mail stays in the log
 * @param marksReplies whether a customer's reply gives an open case the {@link ReplyStatus}
 */
public record Inbox(
        InboxKey key,
        String name,
        EmailAddress address,
        String casePrefix,
        @Nullable String defaultOwner,
        boolean confirms,
        boolean summarises,
        boolean addsContacts,
        Duration target,
        Duration reopenWindow,
        WhenClosed whenClosed,
        boolean receives,
        boolean marksReplies) {

    /** What a case prefix looks like, as a regular expression. */
    public static final String CASE_PREFIX = "[A-Z][A-Z0-9]{0,9}";

    /** One that receives mail and marks no replies. */
    public Inbox(
            InboxKey key,
            String name,
            EmailAddress address,
            String casePrefix,
            @Nullable String defaultOwner,
            boolean confirms,
            boolean summarises,
            boolean addsContacts,
            Duration target,
            Duration reopenWindow,
            WhenClosed whenClosed) {
        this(
                key,
                name,
                address,
                casePrefix,
                defaultOwner,
                confirms,
                summarises,
                addsContacts,
                target,
                reopenWindow,
                whenClosed,
                true,
                false);
    }

    /** Whether mail to this address comes here: it is the inbox's own, whatever stands behind a plus. */
    public boolean isAt(EmailAddress where) {
        return where.key().equals(address.key()) || where.withoutDetail().key().equals(address.key());
    }
}
