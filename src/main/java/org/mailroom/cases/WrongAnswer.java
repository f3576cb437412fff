package org.mailroom.cases;

/**
 * An answer to a form that does not fit.
 *
 * @param key of the field
 * @param label of the field, as people read it
 * @param detail what the rule says, such as the largest number; empty if the problem says all
 */
public record WrongAnswer(String key, String label, Problem problem, String detail) {

    /** What is wrong; pages have a sentence for each in every language ({@code answer.REQUIRED}). */
    public enum Problem {
        REQUIRED,
        /** The form has no such field. */
        UNKNOWN,
        /** It is not one value, such as a list where the field takes one text. */
        NOT_PLAIN,
        NOT_A_NUMBER,
        TOO_SMALL,
        TOO_LARGE,
        TOO_SHORT,
        TOO_LONG,
        /** It does not match the pattern of the field. */
        PATTERN,
        NOT_AN_EMAIL,
        NOT_A_PHONE,
        NO_OPTION,
        NOT_A_DATE,
        PAST_DATE
    }
}
