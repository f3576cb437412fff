package org.mailroom.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** Mails for tests: from the folder {@code mail}, or written down line by line. */
public final class Eml {

    private Eml() {}

    /** The bytes of {@code mail/NAME.eml}. */
    public static byte[] file(String name) {
        try (InputStream file = Eml.class.getResourceAsStream("/mail/" + name + ".eml")) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The lines of a table in the folder {@code mail}; empty ones and those that begin with # are left out. */
    public static Stream<String> lines(String name) {
        try (InputStream file = Eml.class.getResourceAsStream("/mail/" + name)) {
            String text = new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The lines as a mail; the header ends at the first empty one. */
    public static byte[] of(String... lines) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
