package org.mailroom.admin.inboxes;

import java.util.Map;
import org.mailroom.inbox.Inbox;

/**
 * An inbox as the page shows it.
 *
 * @param typed what stands in its fields
 * @param errors what is wrong with it, by field
 */
record ShownInbox(Inbox inbox, InboxForm typed, Map<String, String> errors) {}
