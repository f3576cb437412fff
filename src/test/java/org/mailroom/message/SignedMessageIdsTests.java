package org.mailroom.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignedMessageIdsTests {

    private static final String OLD = "the secret of last year";
    private static final String NEW = "the secret of this year";

    private final SignedMessageIds before = new SignedMessageIds(new Seal(OLD, ""));
    private final SignedMessageIds after = new SignedMessageIds(new Seal(NEW, OLD));
    private final SignedMessageIds forgotten = new SignedMessageIds(new Seal(NEW, ""));

    @Test
    void whatTheFormerSecretSignedIsStillOurs() {
        assertThat(after.wordOf(before.mint("SUP-1", "x"))).hasValue("SUP-1");
    }

    @Test
    void onlyTheSecretOfNowSigns() {
        assertThat(forgotten.wordOf(after.mint("SUP-1", "x"))).hasValue("SUP-1");
        assertThat(before.wordOf(after.mint("SUP-1", "x"))).isEmpty();
    }

    @Test
    void whatAForgottenSecretSignedIsForeign() {
        MessageId id = before.mint("SUP-1", "x");

        assertThat(forgotten.wordOf(id)).isEmpty();
        assertThat(forgotten.isForeign(id)).isTrue();
        assertThat(after.isForeign(id)).isFalse();
    }

    @Test
    void aChangedWordIsNoneOfOurs() {
        String id = after.mint("SUP-1", "x").value();
        String word = after.mint("SUP-2", "x").value().split("\\.")[2];
        String[] parts = id.split("\\.", 4);

        assertThat(after.wordOf(new MessageId(parts[0] + "." + parts[1] + "." + word + "." + parts[3])))
                .isEmpty();
    }

    @Test
    void theIdentifierOfAnotherProgramIsNotForeignButJustNotOurs() {
        assertThat(after.isForeign(new MessageId("CAF.x.y.z@mail.example.com"))).isFalse();
        assertThat(after.isForeign(new MessageId("mr1.odd@mail.example.com"))).isFalse();
    }
}
