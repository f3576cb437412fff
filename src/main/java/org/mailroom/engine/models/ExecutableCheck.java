package org.mailroom.engine.models;

import java.util.Collection;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;

/** A file has a process that the engine runs. */
class ExecutableCheck implements ProcessCheck {

    @Override
    public Stream<Finding> findings(BpmnModelInstance model, KnownThings known) {
        Collection<Process> processes = model.getModelElementsByType(Process.class);
        if (processes.isEmpty()) {
            return Stream.of(Finding.refusal(null, "there is no process in it"));
        }
        return processes.stream().anyMatch(Process::isExecutable)
                ? Stream.empty()
                : processes.stream()
                        .map(
                                process -> Finding.refusal(
                                        process.getId(),
                                        "process " + process.getId()
                                                + " is not executable, so it would never run; tick Executable in the properties panel"));
    }
}
