package org.mailroom.cases.process.guard;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.cmd.AbstractAddIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractDeleteProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractModificationCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractRestartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.AddIdentityLinkForProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.CreateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteIdentityLinkForProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteJobCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCommentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.HandleExternalTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.RemoveTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskOwnerCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateCommentCmd;
import org.camunda.bpm.engine.impl.cmd.batch.CorrelateAllMessageBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.DeleteProcessInstanceBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.variables.SetVariablesToProcessInstancesBatchCmd;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseRefusal.Reason;

/** Refuses the commands that nobody may give from outside, because they would get around the verbs of a case. */
class NeverByHand implements Rule {

    private static final Map<Reason, Set<Class<?>>> COMMANDS = Map.of(
            Reason.NO_ERRORS,
            Set.of(HandleTaskBpmnErrorCmd.class, HandleTaskEscalationCmd.class, HandleExternalTaskBpmnErrorCmd.class),
            Reason.NOT_BY_HAND,
            Set.of(
                    ModifyProcessInstanceCmd.class,
                    AbstractModificationCmd.class,
                    AbstractRestartProcessInstanceCmd.class,
                    AbstractCorrelateMessageCmd.class,
                    CorrelateAllMessageBatchCmd.class,
                    MessageEventReceivedCmd.class,
                    SignalEventReceivedCmd.class,
                    SignalCmd.class,
                    ResolveTaskCmd.class,
                    DeleteJobCmd.class,
                    DeleteJobsCmd.class),
            Reason.CANCEL_INSTEAD,
            Set.of(AbstractDeleteProcessInstanceCmd.class, DeleteProcessInstanceBatchCmd.class),
            Reason.FORWARD_INSTEAD,
            Set.of(
                    AbstractAddIdentityLinkCmd.class,
                    DeleteIdentityLinkCmd.class,
                    AddIdentityLinkForProcessDefinitionCmd.class,
                    DeleteIdentityLinkForProcessDefinitionCmd.class,
                    SetTaskOwnerCmd.class,
                    DelegateTaskCmd.class),
            Reason.NO_VARIABLES,
            Set.of(
                    SetTaskVariablesCmd.class,
                    RemoveTaskVariablesCmd.class,
                    PatchTaskVariablesCmd.class,
                    SetVariablesToProcessInstancesBatchCmd.class),
            Reason.NO_TASKS,
            Set.of(CreateTaskCmd.class, DeleteTaskCmd.class),
            Reason.NOTE_INSTEAD,
            Set.of(
                    AddCommentCmd.class,
                    UpdateCommentCmd.class,
                    DeleteTaskCommentCmd.class,
                    DeleteProcessInstanceCommentCmd.class,
                    CreateAttachmentCmd.class,
                    SaveAttachmentCmd.class,
                    DeleteAttachmentCmd.class));

    @Override
    public void check(Question question) {
        if (!question.caller().outside() || question.isCommand(AssignTaskCmd.class)) {
            return;
        }
        COMMANDS.forEach((reason, commands) -> {
            if (question.isAnyOf(commands)) {
                throw new CaseRefusal(reason, "");
            }
        });
    }
}
