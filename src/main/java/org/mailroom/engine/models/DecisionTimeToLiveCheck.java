package org.mailroom.engine.models;

import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;

/** A decision says how long its history is kept; without that it would be kept for ever. */
class DecisionTimeToLiveCheck implements DecisionCheck {

    @Override
    public Stream<Finding> findings(DmnModelInstance model, KnownThings known) {
        return model.getModelElementsByType(Decision.class).stream().flatMap(DecisionTimeToLiveCheck::findings);
    }

    private static Stream<Finding> findings(Decision decision) {
        String written = decision.getCamundaHistoryTimeToLiveString();
        if (written == null) {
            return Stream.of(Finding.refusal(
                    decision.getId(),
                    "decision " + decision.getId() + " has no history time to live, for instance P30D"));
        }
        return TimeToLive.isReadable(written)
                ? Stream.empty()
                : Stream.of(Finding.refusal(
                        decision.getId(),
                        "decision " + decision.getId() + " has the history time to live " + written
                                + ", which is no number of days; write for instance P30D"));
    }
}
