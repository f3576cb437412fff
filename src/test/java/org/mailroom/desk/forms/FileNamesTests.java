package org.mailroom.desk.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNamesTests {

    @Test
    void anOrdinaryNameStaysAsItIs() {
        assertThat(FileNames.safe("Rechnung Nr. 7 – März 🎉.pdf")).isEqualTo("Rechnung Nr. 7 – März 🎉.pdf");
    }

    @Test
    void aNameLeadsNowhereElse() {
        assertThat(FileNames.safe("../../etc/passwd")).doesNotContain("/").doesNotStartWith(".");
        assertThat(FileNames.safe("C:\\Windows\\evil.exe")).doesNotContain("\\", ":");
    }

    @Test
    void aNameBreaksNoHeaderField() {
        assertThat(FileNames.safe("a\r\nSet-Cookie: x=1;\"b\".txt")).doesNotContain("\r", "\n", "\"");
    }

    @Test
    void anEndingCannotBeDisguisedByTurningTheReadingDirection() {
        assertThat(FileNames.safe("invoice\u202Efdp.exe")).isEqualTo("invoice_fdp.exe");
    }

    @Test
    void aNameWithoutALetterGetsOne() {
        assertThat(FileNames.safe("  ")).isEqualTo("attachment");
    }

    @Test
    void aLongNameIsCutAndKeepsItsEnding() {
        String safe = FileNames.safe("🎉".repeat(5000) + ".pdf");
        assertThat(safe).hasSizeLessThanOrEqualTo(150).endsWith("🎉.pdf");
    }
}
