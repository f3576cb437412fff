package org.mailroom.engine.models;

import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/** One rule for decisions. */
interface DecisionCheck {

    /** Returns a sentence for each place that breaks the rule; none if all is well. */
    Stream<Finding> findings(DmnModelInstance model, KnownThings known);
}
