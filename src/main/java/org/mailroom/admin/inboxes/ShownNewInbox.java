package org.mailroom.admin.inboxes;

import java.util.Map;

/**
 * The form for a new inbox as the page shows it. What the template asks is public, which it has to be for that.
 *
 * @param errors what is wrong with it, by field
 */
record ShownNewInbox(NewInboxForm identity, InboxForm typed, Map<String, String> errors) {

    static ShownNewInbox empty() {
        return new ShownNewInbox(NewInboxForm.empty(), InboxForm.usual(), Map.of());
    }

    public boolean wrong() {
        return !errors.isEmpty();
    }
}
