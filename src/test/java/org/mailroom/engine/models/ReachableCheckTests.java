package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.engine.models.CheckedModel.warnings;

import org.junit.jupiter.api.Test;

class ReachableCheckTests {

    @Test
    void whatNoWayLeadsToIsWarnedOf() {
        assertThat(
                        warnings(
                                new ReachableCheck(),
                                """
                        <process id='p'><startEvent id='s'/><task id='a'/><endEvent id='e'/><task id='lost'/><endEvent id='f'/>
                        <sequenceFlow id='one' sourceRef='s' targetRef='a'/><sequenceFlow id='two' sourceRef='a' targetRef='e'/>
                        <sequenceFlow id='three' sourceRef='lost' targetRef='f'/></process>"""))
                .containsExactly(
                        "no way leads to lost, so it is never done; connect it or delete it",
                        "no way leads to f, so it is never done; connect it or delete it");
    }

    @Test
    void whatLeadsNowhereIsWarnedOf() {
        assertThat(
                        warnings(
                                new ReachableCheck(),
                                """
                        <process id='p'><startEvent id='s'/><task id='a'/><sequenceFlow id='one' sourceRef='s' targetRef='a'/></process>"""))
                .containsExactly("no way leads on from a, so its way ends there; add an end event");
    }

    @Test
    void anEventSubProcessAndWhatIsInsideAreReached() {
        assertThat(
                        warnings(
                                new ReachableCheck(),
                                """
                        <process id='p'><startEvent id='s'/><endEvent id='e'/><sequenceFlow id='one' sourceRef='s' targetRef='e'/>
                        <subProcess id='on' triggeredByEvent='true'><startEvent id='t'/><endEvent id='f'/>
                        <sequenceFlow id='two' sourceRef='t' targetRef='f'/></subProcess></process>"""))
                .isEmpty();
    }
}
