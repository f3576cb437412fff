package org.mailroom.intake.forward;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.mailroom.intake.text.FoldedText;

/** What mail programs write around a mail that they forward, in the languages they speak. */
final class Words {

    private static final Properties ALL = read();

    private Words() {}

    /** The words of this kind, folded. */
    static List<String> of(String kind) {
        String words = Objects.requireNonNull(ALL.getProperty(kind), kind);
        return Arrays.stream(words.split("\\|"))
                .map(FoldedText::of)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Properties read() {
        Properties words = new Properties();
        try (var file = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream("/words/forward.properties")),
                StandardCharsets.UTF_8)) {
            words.load(file);
        } catch (IOException broken) {
            throw new UncheckedIOException("The words of mail programs could not be read", broken);
        }
        return words;
    }
}
