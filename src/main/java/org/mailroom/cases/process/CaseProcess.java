package org.mailroom.cases.process;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.EventSubscriptionQuery;
import org.camunda.bpm.engine.runtime.IncidentQuery;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseRefusal.Reason;
import org.mailroom.inbox.CaseNumber;
import org.springframework.stereotype.Component;

/** The process of a case, as verbs. Each call takes part in the caller's transaction. */
@Component
public class CaseProcess {

    private final RuntimeService runtime;
    private final HistoryService history;
    private final RunningProcess running;
    private final EngineCalls engine;

    CaseProcess(RuntimeService runtime, HistoryService history, RunningProcess running, EngineCalls engine) {
        this.runtime = runtime;
        this.history = history;
        this.running = running;
        this.engine = engine;
    }

    /**
     * Many calls as one: what they change is written down when the work ends, many rows by one statement. Until then the engine
     * finds nothing of it, so no call may ask for what another one made.
     */
    public <T> T together(Supplier<T> work) {
        return engine.together(work);
    }

    /** @return the id of the process instance */
    public String start(CaseNumber number) {
        return engine.ask(null, () -> runtime.startProcessInstanceByKey(CaseModel.KEY, number.value())
                .getId());
    }

    /** Whether the process still runs: a closed case whose reopen window is over has none. */
    public boolean runs(String instance) {
        return engine.ask(null, () -> runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                > 0;
    }

    /** Deletes the history of processes that have ended, with all that the engine wrote down of them. */
    public void forget(List<String> instances) {
        if (!instances.isEmpty()) {
            engine.as(null, () -> {
                instances.forEach(this::forgetDecisions);
                history.deleteHistoricProcessInstancesIfExists(instances);
            });
        }
    }

    private void forgetDecisions(String instance) {
        history.createHistoricDecisionInstanceQuery()
                .processInstanceId(instance)
                .list()
                .forEach(decision -> history.deleteHistoricDecisionInstanceByInstanceId(decision.getId()));
    }

    /** Tells all that wait for it: a waiting case goes on, a closed one is reopened, the owner is told. */
    public void customerReplied(String instance) {
        engine.as(null, () -> runtime.createMessageCorrelation(CaseModel.CUSTOMER_REPLIED)
                .processInstanceId(instance)
                .correlateAll());
    }

    /** @throws CaseRefusal if the process takes no replies, such as one that is suspended */
    public void replyWritten(String instance, String agent, long message) {
        try {
            engine.as(agent, () -> runtime.createMessageCorrelation(CaseModel.REPLY_WRITTEN)
                    .processInstanceId(instance)
                    .setVariablesToTriggeredScope(Map.of(CaseModel.REPLY, message))
                    .correlate());
        } catch (MismatchingMessageCorrelationException notWaitingForIt) {
            throw running.whyThereIsNoTask(instance);
        }
    }

    /**
     * An agent takes up a waiting case.
     *
     * @throws CaseRefusal if its process does not wait, such as one that was deleted
     */
    public void resume(String instance, String agent) {
        try {
            engine.as(agent, () -> runtime.createMessageCorrelation(CaseModel.RESUME_CASE)
                    .processInstanceId(instance)
                    .correlate());
        } catch (MismatchingMessageCorrelationException waitsNotAtAll) {
            throw running.whyThereIsNoTask(instance);
        }
    }

    /**
     * Cancels the case in the way that its model draws, whatever the case was doing. A suspended process is activated first.
     *
     * @return false if no process of the case waits for a cancellation: then nothing was done
     */
    public boolean cancel(String instance, String agent, String reason) {
        if (engine.ask(null, () -> cancellations(instance).count()) == 0) {
            return false;
        }
        running.activate(instance, agent);
        engine.as(agent, () -> runtime.createMessageCorrelation(CaseModel.CANCEL_CASE)
                .processInstanceId(instance)
                .setVariable(CaseModel.CANCEL_REASON, reason)
                .correlate());
        return true;
    }

    private EventSubscriptionQuery cancellations(String instance) {
        return runtime.createEventSubscriptionQuery()
                .processInstanceId(instance)
                .eventType("message")
                .eventName(CaseModel.CANCEL_CASE);
    }

    /** Ends the process without asking its model. Does nothing if the process has ended already. */
    public void end(String instance, String agent) {
        engine.as(
                agent,
                () -> runtime.deleteProcessInstanceIfExists(instance, "Ended by Mailroom", true, true, true, false));
    }

    /**
     * The case is part of another one from now on; its own process ends.
     *
     * @throws CaseRefusal where it runs by a model that knows no merging, such as one of before
     */
    public void merge(String instance, String agent, CaseNumber into) {
        try {
            engine.as(agent, () -> runtime.createMessageCorrelation(CaseModel.MERGE_CASE)
                    .processInstanceId(instance)
                    .setVariable(CaseModel.MERGE_INTO, into.value())
                    .correlate());
        } catch (MismatchingMessageCorrelationException unknown) {
            throw new CaseRefusal(Reason.UNKNOWN_TO_MODEL, "");
        }
    }

    /** Whether the case waits for this mail to leave: it could not be sent before, or the case's model waits for each mail. */
    public boolean waitsFor(long outgoingMailId) {
        return !waitingFor(outgoingMailId).isEmpty();
    }

    /**
     * The mail left: whoever waits for it goes on, and its incident, if there was one, is resolved.
     *
     * @return whether there was one
     */
    public boolean mailSent(long outgoingMailId) {
        boolean hadFailed = engine.ask(null, () -> unsent(outgoingMailId).count() > 0);
        waitingFor(outgoingMailId)
                .forEach(waiting -> engine.as(
                        null, () -> runtime.messageEventReceived(waiting.getEventName(), waiting.getExecutionId())));
        return hadFailed;
    }

    /**
     * The mail could not be sent: the case waits for it from now on, with an incident, which takes the place of the one of an
     * earlier failure. A case that ended meanwhile has none.
     */
    public void mailNotSent(String instance, long outgoingMailId, String reason) {
        if (!waitsFor(outgoingMailId)) {
            engine.as(null, () -> runtime.createMessageCorrelation(CaseModel.MAIL_NOT_SENT)
                    .processInstanceId(instance)
                    .setVariablesToTriggeredScope(Map.of(CaseModel.OUTGOING_MAIL, outgoingMailId))
                    .correlateAll());
        }
        waitingFor(outgoingMailId).forEach(waiting -> engine.as(null, () -> raise(waiting, outgoingMailId, reason)));
    }

    private List<EventSubscription> waitingFor(long outgoingMailId) {
        return engine.ask(null, () -> runtime.createEventSubscriptionQuery()
                .eventName(CaseModel.mailSent(outgoingMailId))
                .list());
    }

    private void raise(EventSubscription waiting, long outgoingMailId, String reason) {
        unsent(outgoingMailId).list().forEach(earlier -> runtime.resolveIncident(earlier.getId()));
        runtime.createIncident(CaseModel.UNSENT_MAIL, waiting.getExecutionId(), Long.toString(outgoingMailId), reason);
    }

    private IncidentQuery unsent(long outgoingMailId) {
        return runtime.createIncidentQuery()
                .incidentType(CaseModel.UNSENT_MAIL)
                .configuration(Long.toString(outgoingMailId));
    }
}
