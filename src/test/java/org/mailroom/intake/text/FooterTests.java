package org.mailroom.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FooterTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_______________________________________________\nusers mailing list\nusers@lists.example.org\nhttps://lists.example.org/users",
                "__________________\nJane Doe\nExample Ltd\n+49 30 1234567",
                "---\nThis email has been checked for viruses by Avast antivirus software.\nhttps://www.avast.com/antivirus",
                "---\nDiese E-Mail wurde von Avast Antivirus-Software auf Viren geprüft.",
                "---\nL'absence de virus dans ce courrier électronique a été vérifiée par le logiciel antivirus Avast.",
            })
    void whatProgramsPutBelowARuleIsLeftOut(String footer) {
        assertThat(NewText.of("It works now.\n\n" + footer)).isEqualTo("It works now.");
        assertThat(NewText.of("It works now.\n\n" + footer + "\n\nOn 3 March 2026 Support wrote:\n> Try again."))
                .isEqualTo("It works now.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My new address is:\n_______\nJane Doe\njane@example.org",
                "Hello,\n_______\nPlease call me at +49 30 1234567.",
                "Hello,\n-------\njane@example.org is my address",
                "Hello,\n---\nThe virus is back, and my screen is black.",
                "Apples\n__________\nPears\n__________\nPlums",
            })
    void whatTheSenderSetsOffStays(String text) {
        assertThat(NewText.of(text)).isEqualTo(text);
    }
}
