package org.mailroom.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.TooLarge;

/**
 * A case as people see it: what it is, and all that happened in time order.
 *
 * @param status what is to be read of it besides its state, in words of the admins; null where nothing is
 * @param owner user id; null while nobody owns it
 * @param due null while the clock is stopped
 * @param mergedInto the case of which it was made a part; null for others
 * @param copies who gets a copy of a reply unless the agent says otherwise
 * @param entries messages, notes and events, oldest first
 */
public record CaseView(
        CaseNumber number,
        InboxKey inbox,
        String inboxName,
        State state,
        @Nullable Outcome outcome,
        @Nullable String status,
        String subject,
        EmailAddress requester,
        @Nullable String owner,
        int priority,
        @Nullable Instant due,
        Instant opened,
        @Nullable Instant closed,
        @Nullable CaseNumber mergedInto,
        List<EmailAddress> copies,
        List<Entry> entries) {

    /** Where a case stands. */
    public enum State {
        OPEN,
        WAITING,
        CLOSED
    }

    /** How a closed case ended. */
    public enum Outcome {
        COMPLETED,
        CANCELLED,
        /** It is part of another case. */
        MERGED
    }

    /** One thing that happened. */
    public sealed interface Entry permits Mail, Event {

        Instant at();
    }

    /**
     * A mail in or out.
     *
     * @param kind CUSTOMER, THIRD_PARTY, AUTOMATIC, CONFIRMATION, REPLY or SUMMARY
     * @param author user id of the agent who wrote it; null for others
     * @param html sanitised; null where the mail has none
     * @param sending how sending stands; null for mail that came in
     * @param tooLarge null where all of it was kept
     */
    public record Mail(
            long id,
            Instant at,
            boolean incoming,
            String kind,
            EmailAddress from,
            List<EmailAddress> to,
            List<EmailAddress> cc,
            String subject,
            String text,
            String newText,
            @Nullable String html,
            @Nullable String author,
            List<File> files,
            List<String> warnings,
            @Nullable Sending sending,
            @Nullable TooLarge tooLarge)
            implements Entry {}

    /**
     * An attachment.
     *
     * @param position its number within its mail, from 0
     * @param size in bytes
     * @param path its name, behind the names of the files that it lies in
     */
    public record File(
            int position,
            String name,
            String type,
            int size,
            boolean inline,
            @Nullable String contentId,
            String path) {}

    /**
     * How the sending of a mail stands.
     *
     * @param state WAITING, SENT or FAILED
     * @param error what the mail server said last; null where nothing went wrong
     * @param possiblyDoubled whether it may have arrived twice, for a node died while it handed it over
     */
    public record Sending(
            long outgoingMailId, String state, int attempts, @Nullable String error, boolean possiblyDoubled) {}

    /**
     * A line of the timeline.
     *
     * @param kind one of {@link CaseEvent.Kind}
     * @param actor user id; null is Mailroom itself
     */
    public record Event(
            Instant at,
            @Nullable String actor,
            CaseEvent.Kind kind,
            @Nullable String oldValue,
            @Nullable String newValue,
            @Nullable String note)
            implements Entry {}
}
