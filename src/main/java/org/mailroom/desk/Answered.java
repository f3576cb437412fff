package org.mailroom.desk;

import java.util.List;

/**
 * A form that came back with errors.
 *
 * @param task id of the task
 * @param data what was entered, JSON
 */
record Answered(String task, String data, List<TaskCard.Wrong> wrong) {

    /** The name under which a page finds it. */
    static final String NAME = "answered";
}
