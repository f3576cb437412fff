package org.mailroom.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user task of a case that is open now, as the agent who looks sees it.
 *
 * @param name as the model has it
 * @param handling whether it is the task of whoever works the case, and no task beside it
 * @param assignee user id; null while nobody has claimed it
 * @param groups whose members may claim it
 * @param users who may claim it besides
 * @param forAgent whether it waits for the agent who looks, or is theirs
 * @param asForm whether the page's own verbs are not enough for it, so that its form has to be shown
 * @param form null if it has none
 */
public record CaseTask(
        String id,
        String name,
        boolean handling,
        @Nullable String assignee,
        List<String> groups,
        List<String> users,
        boolean forAgent,
        boolean asForm,
        @Nullable Sheet form) {

    /**
     * A form to be filled in.
     *
     * @param schema as form-js shows it, JSON
     * @param data what is known of its fields by now, JSON
     * @param plain whether our page can show it; if not, Tasklist can
     */
    public record Sheet(String schema, String data, boolean plain) {}
}
