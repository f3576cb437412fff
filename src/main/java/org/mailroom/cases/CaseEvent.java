package org.mailroom.cases;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case, to be kept on its timeline.
 *
 * @param actor user id; null is Mailroom itself
 * @param oldValue what it was before; null where nothing was
 * @param newValue what it became; null where nothing is
 * @param note what a person wrote with it; null where nothing
 */
public record CaseEvent(
        Kind kind,
        @Nullable String actor,
        @Nullable String oldValue,
        @Nullable String newValue,
        @Nullable String note) {

    /** What can happen; pages have a sentence for each in every language ({@code event.CLAIMED}). */
    public enum Kind {
        OPENED,
        ROUTED,
        CONTACT_ADDED,
        CONTACT_RECOGNISED,
        CONFIRMATION_SUPPRESSED,
        PEOPLE_NOTIFIED,
        CLAIMED,
        RELEASED,
        ASSIGNED,
        CUSTOMER_REPLIED,
        NOTED,
        FORWARDED,
        DUE_CHANGED,
        PRIORITY_CHANGED,
        WAITING,
        RESUMED,
        ESCALATED,
        ESCALATION_TIMED,
        COMPLETED,
        CANCELLED,
        REOPENED,
        SENDING_FAILED,
        SENT_AFTER_FAILURE,
        SEND_AGAIN
    }
}
