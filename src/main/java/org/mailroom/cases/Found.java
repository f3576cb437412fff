package org.mailroom.cases;

import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;

/**
 * Something that is stuck right now, as one look at the tables found it.
 *
 * @param thing number of the case, or id of the process, the job or the received mail: what makes it the same thing at the next
 *     look
 * @param inbox null if it belongs to none
 * @param number null if it belongs to no case
 * @param instance the id of the process; null for a mail, and for a case that never had one
 * @param cause what went wrong, in words of ours; null if that is found out only once it is new
 */
public record Found(
        StuckKind kind,
        String thing,
        @Nullable InboxKey inbox,
        @Nullable CaseNumber number,
        @Nullable String instance,
        @Nullable String cause) {}
