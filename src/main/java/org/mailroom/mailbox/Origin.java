package org.mailroom.mailbox;

import org.jspecify.annotations.Nullable;

/**
 * Where a mail lay on its server.
 *
 * @param account id of the mailbox account
 * @param uidValidity changes when the server numbers its mail anew (RFC 3501, 2.3.1.1); null where it gives no numbers
 * @param uid its number there; null where it has none
 */
record Origin(long account, @Nullable Long uidValidity, @Nullable Long uid) {}
