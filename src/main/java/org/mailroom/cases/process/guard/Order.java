package org.mailroom.cases.process.guard;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/** A command that a person gives, with the tasks that it changes as they were before. */
final class Order {

    private final Command<?> command;
    private final Caller caller;
    private final Rules rules;
    private final List<Touched> touched = new ArrayList<>();
    private boolean asked;

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
        asked = true;
        rules.check(new Question(command, check, about, caller));
        if (about instanceof TaskEntity task && changes(check) && task.getProcessInstanceId() != null) {
            touched.add(new Touched(task, TaskState.before(task)));
        }
    }

    /** What becomes of a task when it is completed is the model's matter. */
    private boolean changes(String check) {
        return check.equals("checkTaskAssign") || command instanceof ClaimTaskCmd;
    }

    void end() {
        if (!asked) {
            rules.check(new Question(command, Question.UNASKED, null, caller));
        }
        touched.forEach(one -> rules.check(new Change(one.task(), one.before(), TaskState.now(one.task()), caller)));
    }
}
