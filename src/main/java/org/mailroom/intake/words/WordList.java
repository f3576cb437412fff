package org.mailroom.intake.words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words and phrases to look for, in lower case. */
public final class WordList {

    private final List<String> words;

    private WordList(List<String> words) {
        this.words = List.copyOf(words);
    }

    public static WordList of(List<String> words) {
        return new WordList(words);
    }

    /** @param name of a {@link WordFile} */
    public static WordList read(String name) {
        return new WordList(
                WordFile.lines(name).stream().flatMap(WordFile::split).toList());
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
