package org.mailroom.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class SignedReferencesTests {

    private final SignedReferences ours = new SignedReferences(new Seal("the secret of this house", ""));
    private final SignedReferences theirs = new SignedReferences(new Seal("the secret of another house", ""));

    @Test
    void aReferenceIsTheNumberAndEightLettersAndDigits() {
        assertThat(ours.of("SUP-1012")).matches("SUP-1012-[0-9a-z]{8}");
    }

    @Test
    void itIsFoundAmongOtherWordsInSmallAndInCapitalLetters() {
        String text = "> Ref. " + ours.of("SUP-1") + "\n(" + ours.of("FIN-2").toUpperCase(Locale.ROOT) + ")";

        assertThat(ours.in(text)).containsExactly("SUP-1", "FIN-2");
        assertThat(ours.in("support+" + ours.of("SUP-3").toLowerCase(Locale.ROOT) + "@example.org"))
                .containsExactly("SUP-3");
    }

    @Test
    void everyNumberHasASignatureThatIsReadAsItWasWritten() {
        for (int number = 0; number < 500; number++) {
            assertThat(ours.in(ours.of("SUP-" + number))).containsExactly("SUP-" + number);
        }
    }

    @Test
    void anotherHousesReferenceIsForeign() {
        String text = "Ref. " + theirs.of("SUP-1");

        assertThat(ours.in(text)).isEmpty();
        assertThat(ours.foreignIn(text)).containsExactly("SUP-1");
    }

    @Test
    void theSignatureOfOneNumberIsNotThatOfAnother() {
        String signature = ours.of("SUP-1").substring("SUP-1".length());

        assertThat(ours.in("SUP-2" + signature)).isEmpty();
    }

    @Test
    void aReferenceInsideAnotherWordIsNone() {
        assertThat(ours.in("X" + ours.of("SUP-1"))).isEmpty();
        assertThat(ours.in(ours.of("SUP-1") + "x")).isEmpty();
        assertThat(ours.in("SUP-1")).isEmpty();
    }

    @Test
    void whatTheFormerSecretSignedIsStillOurs() {
        var renewed = new SignedReferences(new Seal("the secret of next year", "the secret of this house"));

        assertThat(renewed.in(ours.of("SUP-1"))).containsExactly("SUP-1");
    }
}
