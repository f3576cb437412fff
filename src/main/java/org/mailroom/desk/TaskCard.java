package org.mailroom.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseTask;

/**
 * A task as the page of its case shows it.
 *
 * @param title what it is called
 * @param who for whom it waits or who has it, in words
 * @param claim whether the agent can claim it
 * @param release whether the agent can give it back
 * @param form to be filled in here; null if there is none, or not for this agent now
 * @param elsewhere whether the form can only be filled in in Tasklist
 * @param wrong what is wrong with what was entered, a sentence for each field
 */
record TaskCard(
        String id,
        String title,
        String who,
        boolean claim,
        boolean release,
        CaseTask.@Nullable Sheet form,
        boolean answer,
        boolean elsewhere,
        List<Wrong> wrong) {

    /** What is wrong with the answer to the field with this key. */
    public record Wrong(String key, String sentence) {}
}
