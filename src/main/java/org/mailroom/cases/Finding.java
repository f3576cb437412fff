package org.mailroom.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;

/**
 * Something that is stuck and that the watch has noted.
 *
 * @param thing number of the case, or id of the process, the job or the received mail
 * @param inbox null if it belongs to none
 * @param number null if it belongs to no case
 * @param instance the id of the process; null for a mail, and for a case that never had one
 * @param step the name of the step that failed; null for other kinds
 * @param cause what went wrong, in words of ours; null if there is nothing more to say than the kind
 */
public record Finding(
        long id,
        StuckKind kind,
        String thing,
        @Nullable InboxKey inbox,
        @Nullable CaseNumber number,
        @Nullable String instance,
        @Nullable String step,
        @Nullable String cause,
        Instant foundAt) {}
