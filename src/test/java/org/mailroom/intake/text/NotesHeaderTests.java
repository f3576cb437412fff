package org.mailroom.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotesHeaderTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Support <support@example.org>\n03/03/2026 10:15 AM\n\nTo\njane@example.org\ncc\n\nSubject\nPrinter\n",
                "\"Support\" <support@example.org>\n03.03.2026 10:15\n\nAn\n<jane@example.org>\nKopie\n\nThema\nPrinter\n",
                "Support/Example\n\n03.03.2026 10:15:00\n\nPour jane@example.org\ncc\nObjet Printer\n",
            })
    void theHeaderOfOldNotesIsSeen(String header) {
        assertThat(NewText.of("It works now.\n\n" + header + "\nPlease try again."))
                .isEqualTo("It works now.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We met at\n03.03.2026 10:15\n\nand talked to Jane.",
                "Train\n03.03.2026 10:15\nTo Berlin\nFrom Hamburg",
                "The printer failed at\n03.03.2026 10:15\nThe subject of my mail says it.",
            })
    void aDateOfTheSendersIsNone(String text) {
        assertThat(NewText.of("Hello.\n\n" + text)).endsWith(text);
    }
}
