package org.mailroom.cases;

import java.util.Map;
import org.mailroom.cases.CaseRefusal.Reason;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.process.CaseModel;
import org.mailroom.cases.process.CaseTasks;
import org.mailroom.cases.process.OpenTask;
import org.mailroom.cases.process.OpenTasks;
import org.mailroom.inbox.CaseNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with a single task of a case, such as an approval beside or after its handling. Each verb is one transaction,
 * guards itself and leaves a line on the timeline.
 *
 * <p>Every verb throws {@link NoSuchCase} if the agent may not see the case and {@link CaseRefusal} if the task is not open
 * any more, waits for others, or somebody else has it. Whoever may see a case only for a task that waits for them may do
 * these verbs and no others.
 */
@Component
@Transactional
public class TaskWork {

    private final CaseInHand hand;
    private final OpenTasks open;
    private final CaseTasks tasks;
    private final PathTaken path;

    TaskWork(CaseInHand hand, OpenTasks open, CaseTasks tasks, PathTaken path) {
        this.hand = hand;
        this.open = open;
        this.tasks = tasks;
        this.path = path;
    }

    public void claim(CaseNumber number, Agent agent, String taskId) {
        CaseRow row = hand.visibleForTask(number, agent);
        OpenTask task = task(row, taskId);
        if (!agent.id().equals(task.assignee())) {
            tasks.claim(row, task, agent);
        }
    }

    public void release(CaseNumber number, Agent agent, String taskId) {
        CaseRow row = hand.visibleForTask(number, agent);
        OpenTask task = task(row, taskId);
        if (task.assignee() == null) {
            throw new CaseRefusal(Reason.NOT_OWNED, "");
        }
        if (!agent.supervisor()) {
            refuseIfOfOther(task, agent);
        }
        tasks.release(task, agent);
    }

    /**
     * Completes the task with the answers to its form; a task that nobody has is claimed first.
     *
     * @param given by key of the field
     * @throws WrongAnswers if they are not what the form asks for
     */
    public void answer(CaseNumber number, Agent agent, String taskId, Map<String, ?> given) {
        CaseRow row = hand.visibleForTask(number, agent);
        OpenTask task = task(row, taskId);
        refuseIfNotPlain(task);
        refuseIfOfOther(task, agent);
        if (task.assignee() == null) {
            tasks.claim(row, task, agent);
        }
        tasks.answer(task, agent, given);
        if (task.key().equals(CaseModel.HANDLE)) {
            path.check(number, agent, String.valueOf(given.get(CaseModel.OUTCOME)));
        } else {
            path.checkAlive(number, task.name());
        }
    }

    private OpenTask task(CaseRow row, String taskId) {
        return open.find(row, taskId).orElseThrow(() -> new CaseRefusal(Reason.TASK_GONE, ""));
    }

    private void refuseIfNotPlain(OpenTask task) {
        if (open.form(task).filter(form -> !form.plain()).isPresent()) {
            throw new CaseRefusal(Reason.ONLY_IN_TASKLIST, "");
        }
    }

    private static void refuseIfOfOther(OpenTask task, Agent agent) {
        String owner = task.assignee();
        if (owner != null && !owner.equals(agent.id())) {
            throw new CaseRefusal(Reason.OWNED_BY_OTHER, owner);
        }
    }
}
