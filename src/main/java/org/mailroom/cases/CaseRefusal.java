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
        /** The case has nothing that could be worked: a supervisor has to repair it. */
        NO_TASK,
        /** The case has a task, so it cannot be put back to its first one. */
        HAS_TASK,
        /** The process of the case is suspended: a supervisor has to activate it. */
        SUSPENDED,
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
        /** The case is at another task than the one for this verb; the detail is the name of that task. */
        AT_OTHER_TASK,
        /** The form of the task does not offer this outcome; the detail is the outcome. */
        NOT_OFFERED,
        /** The model leads elsewhere than the verb says; the detail is the outcome. */
        NO_PATH,
        /** A step of the model after the task failed; the detail is the name of the task, empty for the handling of the case. */
        MODEL_FAILED,
        /** The task waits for others; the detail is its name. */
        NOT_YOUR_TASK,
        /** The case has no such task now: somebody else was faster. */
        TASK_GONE,
        /** The form of the task was not filled in as it asks; the detail names the fields. See {@link WrongAnswers}. */
        WRONG_ANSWERS,
        /** The form of the task can only be filled in in Tasklist. */
        ONLY_IN_TASKLIST,
        /** A text that is needed is empty. */
        EMPTY_TEXT,
        /** A text is longer than the process can carry; the detail is how many characters it may have. */
        TOO_LONG,
        /** There is no such person; the detail is the user id. */
        NO_SUCH_PERSON,
        /** A case needs a due date. */
        NO_DUE_DATE,
        /** A due date lies too far in the past or ahead. */
        ABSURD_DATE,
        /** A priority is out of range; the detail is the highest. */
        PRIORITY_RANGE,
        /** Cases run on a model that was to be deleted; the detail is how many. */
        RUNNING_CASES,
        /** Nobody adds or removes candidates of a task; the case is forwarded instead. */
        FORWARD_INSTEAD,
        /** Nobody deletes the process of a case; the case is cancelled instead. */
        CANCEL_INSTEAD,
        /** Nobody adds comments or files to a task; they go into a note or a reply. */
        NOTE_INSTEAD,
        /** Nobody moves the process of a case by hand. */
        NOT_BY_HAND,
        /** Nobody ends a step with an error from outside. */
        NO_ERRORS,
        /** Variables are set by the form of a task alone. */
        NO_VARIABLES,
        /** Nobody creates or deletes a task. */
        NO_TASKS,
        /** Nobody starts the process of a case; cases begin with a mail. */
        NO_CASES,
        /** Only supervisors and admins may do this. */
        SUPERVISORS_ONLY,
        /** Only admins may do this. */
        ADMINS_ONLY
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
