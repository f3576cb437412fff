package org.mailroom.cases.process;

import java.util.Map;
import java.util.Set;

/** The names in {@code processes/case.bpmn} that code knows. No other class holds one. */
public final class CaseModel {

    public static final String KEY = "case";

    /** The variable that names the inbox which the routing decided on. */
    public static final String INBOX = "inbox";

    /** The variable that names a mail of the case: the one just put into the outbox, or the one that an event waits for. */
    public static final String OUTGOING_MAIL = "outgoingMail";

    /** The variable that names the reply to be sent. */
    public static final String REPLY = "reply";

    /** The variable that lists of tasks show. */
    public static final String STATUS = "status";

    public static final String WAIT_UNTIL = "waitUntil";
    public static final String FORWARD_TO = "forwardTo";
    public static final String DUE_TYPE = "dueType";
    public static final String FORWARD_DUE = "forwardDue";
    public static final String FORWARD_MESSAGE = "forwardMessage";
    public static final String CANCEL_REASON = "cancelReason";

    /** The variable that a step of a model gives a notice its words by. */
    public static final String NOTICE = "notice";

    /** The variable that names the case into which this one is merged. */
    public static final String MERGE_INTO = "mergeInto";

    /** The variable with the choices of {@code forms/forwardCase.form}. */
    public static final String INBOXES = "inboxes";

    /** The user task at which an agent decides how the case goes on. */
    public static final String HANDLE = "handleCase";

    /** The user task at which an agent chooses another inbox. */
    public static final String FORWARD = "forwardCase";

    static final String WORK = "workCase";
    static final String ESCALATION_DUE = "escalationDue";

    /** The variable with the decision made at {@link #HANDLE}; analysts may add values of their own to its form. */
    public static final String OUTCOME = "outcome";

    public static final String OUTCOME_COMPLETE = "complete";
    public static final String OUTCOME_WAIT = "wait";
    public static final String OUTCOME_FORWARD = "forward";
    /** The variable with the decision made at {@link #FORWARD}. */
    public static final String DECISION = "decision";

    public static final String DECISION_FORWARD = "forward";
    static final String DECISION_BACK = "back";

    static final String CUSTOMER_REPLIED = "CustomerReplied";
    static final String REPLY_WRITTEN = "ReplyWritten";
    static final String CANCEL_CASE = "CancelCase";
    static final String MERGE_CASE = "MergeCase";
    static final String RESUME_CASE = "ResumeCase";
    static final String MAIL_NOT_SENT = "MailNotSent";
    private static final String MAIL_SENT = "MailSent-";

    /** What our own way of forwarding a case enters at {@link #FORWARD}. */
    public static final Set<String> FORWARDING = Set.of(DECISION, FORWARD_TO, DUE_TYPE, FORWARD_DUE, FORWARD_MESSAGE);

    /** Every message that code sends, as it is named in a model. */
    static final Set<String> MESSAGES = Set.of(
            CUSTOMER_REPLIED,
            REPLY_WRITTEN,
            CANCEL_CASE,
            MERGE_CASE,
            RESUME_CASE,
            MAIL_NOT_SENT,
            MAIL_SENT + "${" + OUTGOING_MAIL + "}");

    /** Messages without whose event sub-process a mail would be lost or a case could not be cancelled. */
    static final Set<String> VITAL = Set.of(CUSTOMER_REPLIED, REPLY_WRITTEN, CANCEL_CASE, MAIL_NOT_SENT);

    /** Messages without which a verb of the case page is refused. */
    static final Set<String> USEFUL = Set.of(MERGE_CASE, RESUME_CASE);

    /** The values between which code tells, by the variable that holds them. */
    static final Map<String, Set<String>> OUTCOMES = Map.of(
            OUTCOME, Set.of(OUTCOME_COMPLETE, OUTCOME_WAIT, OUTCOME_FORWARD),
            DECISION, Set.of(DECISION_FORWARD, DECISION_BACK));

    /** The variables that code may set or that the verbs of the case page set. */
    static final Set<String> VARIABLES = Set.of(
            INBOX,
            OUTGOING_MAIL,
            REPLY,
            STATUS,
            WAIT_UNTIL,
            FORWARD_TO,
            DUE_TYPE,
            FORWARD_DUE,
            FORWARD_MESSAGE,
            CANCEL_REASON,
            MERGE_INTO,
            INBOXES,
            NOTICE,
            OUTCOME,
            DECISION);

    /** The type of the incident on a case whose mail cannot be sent; its configuration is the mail's id. */
    static final String UNSENT_MAIL = "mailNotSent";

    private CaseModel() {}

    static String mailSent(long outgoingMailId) {
        return MAIL_SENT + outgoingMailId;
    }
}
