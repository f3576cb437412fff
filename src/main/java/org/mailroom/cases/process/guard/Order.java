package org.mailroom.cases.process.guard;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/** A command that a person gives, with the tasks that it touches as they were before. */
final class Order {

    private final Command<?> command;
    private final Caller caller;
    private final Rules rules;
    private final List<Touched> touched = new ArrayList<>();

    Order(Command<?> command, Caller caller, Rules rules) {
        this.command = command;
        this.caller = caller;
        this.rules = rules;
    }

    private record Touched(TaskEntity task, TaskState before) {}

    void begin() {
        rules.check(new Question(command, Question.BEGIN, null, caller));
    }

    /** @param check the check of the engine that asks */
    void check(String check, @Nullable Object about) {
        rules.check(new Question(command, check, about, caller));
        if (about instanceof TaskEntity task && task.getProcessInstanceId() != null) {
            touched.add(new Touched(task, TaskState.before(task)));
        }
    }

    void end() {
        touched.forEach(
                one -> rules.check(new Change(one.task(), one.before(), TaskState.now(one.task()), caller)));
    }
}
