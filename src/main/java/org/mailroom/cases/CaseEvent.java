package org.mailroom.cases;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case, to be kept on its timeline.
 *
 * @param actor user id; null is Mailroom itself
 * @param oldValue what it was before; null where nothing was
 * @param newValue what it became; null where nothing is. Instants are written as in RFC 3339, in UTC
 * @param note what a person wrote with it, or why it happened; null where nothing
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
        CONTINUES,
        MAY_BELONG_TO,
        PASSED_ON_FROM,
        PASSED_ON_TO,
        ROUTED,
        MISROUTED,
        CONTACT_ADDED,
        CONTACT_RECOGNISED,
        CONFIRMATION_SUPPRESSED,
        SUMMARY_SUPPRESSED,
        TEXT_UNUSABLE,
        PEOPLE_NOTIFIED,
        CLAIMED,
        RELEASED,
        ASSIGNED,
        CUSTOMER_REPLIED,
        STRANGER_REPLIED,
        AUTOMATIC_MAIL_FILED,
        ADDRESS_FAILED,
        NOTED,
        FORWARDED,
        DUE_CHANGED,
        PRIORITY_CHANGED,
        STATUS_CHANGED,
        WAITING,
        RESUMED,
        ESCALATED,
        ESCALATION_TIMED,
        TASK_CLAIMED,
        TASK_RELEASED,
        TASK_ASSIGNED,
        TASK_DONE,
        COMPLETED,
        CANCELLED,
        MERGED_INTO,
        MERGED_FROM,
        MAIL_TURNED_AWAY,
        CONTINUED_IN,
        REOPENED,
        STUCK,
        STUCK_OVER,
        STEP_FAILED,
        STEP_OVER,
        STEP_RETRIED,
        ACTIVATED,
        PUT_BACK,
        TIMER_MOVED,
        ENGINE_ACTION,
        SENDING_FAILED,
        SENT_AFTER_FAILURE,
        SEND_AGAIN
    }

    /** An event that is told by its kind alone. */
    public static CaseEvent of(Kind kind, @Nullable String actor) {
        return new CaseEvent(kind, actor, null, null, null);
    }

    public CaseEvent from(@Nullable Object value) {
        return new CaseEvent(kind, actor, word(value), newValue, note);
    }

    public CaseEvent to(@Nullable Object value) {
        return new CaseEvent(kind, actor, oldValue, word(value), note);
    }

    /** An empty note is none. */
    public CaseEvent because(@Nullable String text) {
        return new CaseEvent(
                kind, actor, oldValue, newValue, text == null || text.isBlank() ? null : text.replace("\0", ""));
    }

    private static @Nullable String word(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
