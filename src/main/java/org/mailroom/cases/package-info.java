/**
 * The case: opens, joins, claims, forwards, waits, closes, reopens; its timeline. {@code cases.process} is the hands of
 * the diagram {@code processes/case.bpmn}.
 *
 * <p>In: understood messages from the reception, verbs from agents, tasks from the diagram. Out: cases, and drafts for the
 * outbox. Does not belong here: reading mail, sending mail, pages.
 */
@NullMarked
@ApplicationModule(
        displayName = "Cases",
        allowedDependencies = {"message", "contact", "inbox", "outbox", "engine"})
package org.mailroom.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
