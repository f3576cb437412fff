package org.mailroom.admin.inboxes;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.Breakers.Stop;
import org.mailroom.engine.Person;
import org.mailroom.inbox.Inbox;
import org.mailroom.mailbox.Mailbox;

/**
 * An inbox as the page shows it. What the template asks is public, which it has to be for that.
 *
 * @param typed what stands in its fields
 * @param errors what is wrong with it, by field
 * @param members who work it, in the order of their names
 * @param others the names of those who could join it, by id
 * @param mailboxes of its own
 * @param refused how many mails it has refused while it was switched off
 * @param stop since when it sends no automatic mail; null while it does
 */
record ShownInbox(
        Inbox inbox,
        InboxForm typed,
        Map<String, String> errors,
        List<Person> members,
        Map<String, String> others,
        List<Mailbox> mailboxes,
        int refused,
        @Nullable Stop stop) {

    /** How its mailboxes are logged in to. */
    public List<String> users() {
        return mailboxes.stream().map(Mailbox::username).toList();
    }

    /** The name of an owner of new cases who is no member, such as one who left; null where there is none. */
    public @Nullable String strangeOwner() {
        String owner = inbox.defaultOwner();
        return owner == null || members.stream().anyMatch(member -> member.id().equals(owner))
                ? null
                : others.getOrDefault(owner, owner);
    }
}
