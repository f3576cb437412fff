/** One class for each service task of {@code processes/case.bpmn}: task id = bean = class. */
@NullMarked
package org.mailroom.cases.process.tasks;

import org.jspecify.annotations.NullMarked;
