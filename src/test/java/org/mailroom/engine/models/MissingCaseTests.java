package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class MissingCaseTests {

    @Test
    void withoutTheProcessOfACaseNothingIsDeployed() {
        assertThat(MissingCase.findings(CheckedModel.KNOWN)).isEmpty();
        assertThat(MissingCase.findings(without()))
                .extracting(Finding::sentence)
                .containsExactly(
                        "no file has the process case, so no mail could open a case; put the shipped case.bpmn into the folder");
    }

    private static KnownThings without() {
        KnownThings all = CheckedModel.KNOWN;
        return new KnownThings(
                all.beans(),
                all.forms(),
                all.decisions(),
                Set.of("other"),
                all.messages(),
                all.groups(),
                all.inboxes(),
                all.names(),
                all.now());
    }
}
