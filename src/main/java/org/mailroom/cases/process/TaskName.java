package org.mailroom.cases.process;

import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.inbox.CaseNumber;

/**
 * What a task is called in lists of tasks: number, subject and customer of its case. A task beside the handling of the case
 * begins with the name that it has in the model.
 */
final class TaskName {

    private static final int LONGEST = 255;
    private static final int LONGEST_OF_MODEL = 100;
    private static final String BEFORE_CASE = ": ";

    private TaskName() {}

    static String inLists(CaseRow row) {
        return inLists(row, LONGEST);
    }

    static String inLists(CaseRow row, String nameInModel) {
        String begin = cut(nameInModel, LONGEST_OF_MODEL) + BEFORE_CASE;
        return begin + inLists(row, LONGEST - begin.length());
    }

    /** The name that the task has in the model. */
    static String inModel(String nameInLists, CaseNumber number) {
        int end = nameInLists.indexOf(BEFORE_CASE + number + " ");
        return end < 0 ? nameInLists : nameInLists.substring(0, end);
    }

    private static String inLists(CaseRow row, int longest) {
        String customer = " — " + row.requester().label();
        String what = row.number() + " " + (row.subject().isEmpty() ? "…" : row.subject());
        int room = Math.max(0, longest - customer.length());
        return cut(cut(what, room) + customer, longest);
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.max(0, longest - 1))) + "…";
    }
}
