package org.mailroom.cases.process.guard;

import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseRefusal.Reason;

/**
 * Leaves a task to its owner. Supervisors may act for the owner. A task that nobody owns is claimed or assigned first; only
 * Mailroom's own pages may let a candidate complete it at once, and supervisors may change its dates.
 */
class OwnerWorks implements Rule {

    @Override
    public void check(Question question) {
        if (question.isCheck("checkTaskWork", "checkTaskAssign")
                && question.about() instanceof TaskEntity task
                && task.getProcessInstanceId() != null) {
            check(question, task, TaskState.before(task).assignee());
        }
    }

    private void check(Question question, TaskEntity task, @Nullable String owner) {
        if (owner == null) {
            checkUnowned(question, task);
        } else if (!owner.equals(question.caller().id())
                && (!question.caller().supervises() || question.isCommand(ClaimTaskCmd.class))) {
            throw new CaseRefusal(Reason.OWNED_BY_OTHER, owner);
        }
    }

    private void checkUnowned(Question question, TaskEntity task) {
        Caller caller = question.caller();
        if (question.isCommand(ClaimTaskCmd.class, AssignTaskCmd.class)) {
            return;
        }
        if (caller.outside()) {
            if (question.isCheck("checkTaskWork") || !caller.supervises()) {
                throw new CaseRefusal(Reason.NOT_OWNED, "");
            }
        } else if (!MayHave.test(caller.id(), caller.groups(), task)) {
            throw new CaseRefusal(Reason.NOT_A_MEMBER, caller.id());
        }
    }
}
