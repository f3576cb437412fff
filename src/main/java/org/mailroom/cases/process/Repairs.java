package org.mailroom.cases.process;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseRefusal.Reason;
import org.mailroom.inbox.CaseNumber;
import org.springframework.stereotype.Component;

/** What a supervisor can do about a process that is stuck. Each call takes part in the caller's transaction. */
@Component
public class Repairs {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskService tasks;
    private final RunningProcess running;
    private final EngineCalls engine;

    Repairs(
            RuntimeService runtime,
            ManagementService management,
            TaskService tasks,
            RunningProcess running,
            EngineCalls engine) {
        this.runtime = runtime;
        this.management = management;
        this.tasks = tasks;
        this.running = running;
        this.engine = engine;
    }

    /** Has a job that failed tried once more; a job that is gone is none any more. */
    public void retry(String job, String agent) {
        engine.as(agent, () -> {
            if (management.createJobQuery().jobId(job).count() > 0) {
                management.setJobRetries(job, 1);
            }
        });
    }

    /** Lets a suspended process go on. */
    public void activate(String instance, String agent) {
        running.activate(instance, agent);
    }

    /**
     * Puts a case that has no task back to its first one. A step that failed for good is given up; what else is running beside
     * it goes on.
     *
     * @return the id of the process that works the case from now on: a new one if that of the case is gone
     * @throws CaseRefusal if the case has a task, or its model has no such step
     */
    public String putBack(CaseNumber number, @Nullable String instance, String agent) {
        return instance == null || running.find(instance) == null
                ? startAgain(number, agent)
                : moveBack(instance, agent);
    }

    private String startAgain(CaseNumber number, String agent) {
        return known(() -> engine.ask(agent, () -> runtime.createProcessInstanceByKey(CaseModel.KEY)
                .businessKey(number.value())
                .startBeforeActivity(CaseModel.WORK)
                .execute()
                .getId()));
    }

    private String moveBack(String instance, String agent) {
        refuseIfItHasATask(instance);
        running.activate(instance, agent);
        return known(() -> engine.ask(agent, () -> {
            modification(instance).execute();
            return instance;
        }));
    }

    private void refuseIfItHasATask(String instance) {
        if (engine.ask(
                null, () -> tasks.createTaskQuery().processInstanceId(instance).count() > 0)) {
            throw new CaseRefusal(Reason.HAS_TASK, "");
        }
    }

    /** The escalation runs beside the task, so it is started anew with the work unless it is there and well. */
    private ProcessInstanceModificationBuilder modification(String instance) {
        var change = runtime.createProcessInstanceModification(instance);
        ActivityInstance tree = runtime.getActivityInstance(instance);
        boolean atWork = tree.getActivityInstances(CaseModel.WORK).length > 0;
        boolean escalates = tree.getActivityInstances(CaseModel.ESCALATION_DUE).length > 0;
        List<String> failed = failedSteps(instance);
        failed.stream().distinct().forEach(change::cancelAllForActivity);
        if (atWork && escalates && !failed.contains(CaseModel.ESCALATION_DUE)) {
            return change.startBeforeActivity(CaseModel.HANDLE);
        }
        if (atWork) {
            change.cancelAllForActivity(CaseModel.WORK);
        }
        return change.startBeforeActivity(CaseModel.WORK);
    }

    /** The steps at which the process stands with a job that failed for good: of an event behind a gateway that is the gateway. */
    private List<String> failedSteps(String instance) {
        return management.createJobQuery().processInstanceId(instance).noRetriesLeft().list().stream()
                .map(Job::getExecutionId)
                .flatMap(execution -> runtime.getActiveActivityIds(execution).stream())
                .toList();
    }

    private static <T> T known(Supplier<T> change) {
        try {
            return change.get();
        } catch (NotValidException noSuchStep) {
            throw new CaseRefusal(Reason.UNKNOWN_TO_MODEL, "");
        }
    }
}
