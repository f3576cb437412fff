package org.mailroom.intake.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A file of words between bars, NAME.txt beside this class; lines that begin with {@code #} say something to people. */
public final class WordFile {

    private WordFile() {}

    /** The lines that are not empty. */
    public static List<String> lines(String name) {
        try (InputStream file = WordFile.class.getResourceAsStream(name + ".txt")) {
            byte[] bytes = Objects.requireNonNull(file, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("The words " + name + " cannot be read", failed);
        }
    }

    /** The words of a line. */
    public static Stream<String> split(String line) {
        return Stream.of(line.split("\\|")).map(String::strip).filter(word -> !word.isEmpty());
    }
}
