package org.mailroom.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What we ship of form-js is what its makers published: its files and their note agree. */
class VendoredFormJsTests {

    private static final Path FOLDER = Path.of("src/main/resources/static/vendor/form-js");
    private static final Pattern LINE = Pattern.compile("\\| (\\S+) \\| ([0-9a-f]{64}) \\|");

    @Test
    void eachFileHasTheNotedDigest() throws Exception {
        var noted = LINE.matcher(note()).results().toList();
        assertThat(noted).hasSize(3);
        for (var line : noted) {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(FOLDER.resolve(line.group(1))));
            assertThat(HexFormat.of().formatHex(digest)).as(line.group(1)).isEqualTo(line.group(2));
        }
    }

    @Test
    void theNoteNamesVersionAndLicence() throws Exception {
        assertThat(note()).contains("Version: 1.8.7", "watermark must stay fully visible");
        assertThat(Files.readString(FOLDER.resolve("LICENSE"))).contains("MUST NOT be", "watermark");
    }

    private static String note() throws Exception {
        return Files.readString(FOLDER.resolve("README.md"));
    }
}
