package org.mailroom.cases.process;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseRefusal.Reason;
import org.springframework.stereotype.Component;

/** Says what the process of a case is doing while no task of it can be worked. */
@Component
class RunningProcess {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final EngineCalls engine;

    RunningProcess(RuntimeService runtime, ManagementService management, EngineCalls engine) {
        this.runtime = runtime;
        this.management = management;
        this.engine = engine;
    }

    /** Returns why nothing can be worked: the case is at an automatic step, it is suspended, or it has lost its task. */
    CaseRefusal whyThereIsNoTask(String instance) {
        ProcessInstance running = find(instance);
        if (running != null && running.isSuspended()) {
            return new CaseRefusal(Reason.SUSPENDED, "");
        }
        return new CaseRefusal(running != null && isAtAStep(instance) ? Reason.BUSY : Reason.NO_TASK, "");
    }

    /** Returns whether a job of the process is due, so that the case may have a task in a moment. */
    private boolean isAtAStep(String instance) {
        return engine.ask(null, () -> management
                        .createJobQuery()
                        .processInstanceId(instance)
                        .executable()
                        .count())
                > 0;
    }

    /** Lets a suspended process go on; any other one is left as it is. */
    void activate(String instance, String agent) {
        ProcessInstance running = find(instance);
        if (running != null && running.isSuspended()) {
            engine.as(agent, () -> runtime.activateProcessInstanceById(instance));
        }
    }

    /** Returns null if the process has ended or was deleted. */
    @Nullable
    ProcessInstance find(String instance) {
        return engine.ask(null, () -> runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult());
    }
}
