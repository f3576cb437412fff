package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.engine.models.CheckedModel.refusals;

import org.junit.jupiter.api.Test;

class MessageCheckTests {

    @Test
    void aMessageThatNobodySendsIsRefused() {
        assertThat(
                        refusals(
                                new MessageCheck(),
                                "<process id='p'/><message id='a' name='CustomerReplied'/><message id='b' name='CustomerReplid'/>"))
                .containsExactly(
                        "message b is named CustomerReplid, but Mailroom never sends a message of that name; did you mean CustomerReplied?");
    }
}
