package org.mailroom.intake.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Words and phrases to look for, in lower case, from a file of {@code org/mailroom/intake/words}. */
public final class WordList {

    private final List<String> words;

    private WordList(List<String> words) {
        this.words = List.copyOf(words);
    }

    public static WordList of(List<String> words) {
        return new WordList(words);
    }

    /** The file NAME.txt: words between bars, lines that begin with {@code #} left out. */
    public static WordList read(String name) {
        return new WordList(lines(name).stream().flatMap(WordList::split).toList());
    }

    /** The lines of the file NAME.txt that say something. */
    public static List<String> lines(String name) {
        try (InputStream file = WordList.class.getResourceAsStream("/org/mailroom/intake/words/" + name + ".txt")) {
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

    /** Whether one of them is anywhere in the text, upper and lower case alike. */
    public boolean isIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(lower::contains);
    }

    /** The longest that the text begins with, upper and lower case alike. */
    public Optional<String> startOf(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(lower::startsWith)
                .reduce((one, other) -> one.length() >= other.length() ? one : other);
    }

    /** Whether the text begins with one of them, upper and lower case alike. */
    public boolean starts(String text) {
        return startOf(text).isPresent();
    }

    /** Whether the text ends with one of them, as a word of its own, upper and lower case alike. */
    public boolean ends(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(lower::endsWith)
                .anyMatch(word -> lower.length() == word.length()
                        || !Character.isLetterOrDigit(lower.charAt(lower.length() - word.length() - 1)));
    }
}
