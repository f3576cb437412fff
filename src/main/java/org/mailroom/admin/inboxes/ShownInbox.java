package org.mailroom.admin.inboxes;

import java.util.List;
import java.util.Map;
import org.mailroom.inbox.Inbox;

/**
 * An inbox as the page shows it.
 *
 * @param typed what stands in its fields
 * @param errors what is wrong with it, by field
 * @param members how many people work it
 * @param mailboxes of its own, as people log in to them
 */
record ShownInbox(Inbox inbox, InboxForm typed, Map<String, String> errors, int members, List<String> mailboxes) {}
