/**
 * The hands of the diagram {@code processes/case.bpmn}: the process as verbs, what the diagram may ask, and the row that
 * follows the task. The only place in the cases that knows the engine.
 */
@NullMarked
package org.mailroom.cases.process;

import org.jspecify.annotations.NullMarked;
