package org.mailroom.engine.models;

import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** One rule for processes. */
interface ProcessCheck {

    /** What breaks the rule, one sentence each that names the element; none where all is well. */
    Stream<String> complaints(BpmnModelInstance model, KnownThings known);
}
