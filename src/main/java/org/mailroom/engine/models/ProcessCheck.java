package org.mailroom.engine.models;

import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** One rule for processes. */
interface ProcessCheck {

    /** Returns a sentence for each place that breaks the rule; none if all is well. */
    Stream<Finding> findings(BpmnModelInstance model, KnownThings known);
}
