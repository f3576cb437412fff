package org.mailroom.cases;

/** A verb that cannot be done now, with the reason. Nothing was changed. */
public class CaseRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String detail;

    /** Why a verb was refused; pages have a sentence for each in every language ({@code refusal.OWNED_BY_OTHER}). */
    public enum Reason {
        /** Somebody else owns the case; the detail is his user id. */
        OWNED_BY_OTHER,
        /** The person may not have the case; the detail is their user id. */
        NOT_A_MEMBER,
        /** Only the owner may do this, and nobody owns the case. */
        NOT_OWNED,
        /** The case is closed. */
        CLOSED,
        /** The case waits. */
        WAITING,
        /** The case is still being set up or changed by somebody else; try again. */
        BUSY,
        /** A date cannot be read; the detail is what was given. */
        NOT_A_DATE,
        /** A date that must lie ahead does not. */
        PAST_DATE,
        /** The target is the inbox in which the case is. */
        SAME_INBOX,
        /** There is no such inbox; the detail is its key. */
        NO_SUCH_INBOX,
        /** There is no such case for this agent; the detail is its number. */
        NO_SUCH_CASE,
        /** A case cannot be merged into itself, nor into one that is part of it; the detail is its number. */
        SAME_CASE,
        /** The case into which one is to be merged is closed; the detail is its number. */
        TARGET_CLOSED,
        /** The model by which the case runs does not know the verb. */
        UNKNOWN_TO_MODEL,
        /** A text that is needed is empty. */
        EMPTY_TEXT,
        /** A text is longer than the process can carry; the detail is how many characters it may have. */
        TOO_LONG
    }

    public CaseRefusal(Reason reason, String detail) {
        super(reason + (detail.isEmpty() ? "" : ": " + detail));
        this.reason = reason;
        this.detail = detail;
    }

    public Reason reason() {
        return reason;
    }

    /** What the reason is about, such as who owns the case; empty where the reason says all. */
    public String detail() {
        return detail;
    }
}
