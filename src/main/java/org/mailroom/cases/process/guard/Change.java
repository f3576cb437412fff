package org.mailroom.cases.process.guard;

import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** What a command has made of a task. */
record Change(TaskEntity task, TaskState before, TaskState after, Caller caller) {}
