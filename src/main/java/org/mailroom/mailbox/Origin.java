package org.mailroom.mailbox;

/**
 * Where a mail lay on its server.
 *
 * @param account id of the mailbox account
 * @param uidValidity changes when the server numbers its mail anew (RFC 3501, 2.3.1.1)
 * @param uid its number there
 */
record Origin(long account, long uidValidity, long uid) {}
