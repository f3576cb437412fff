package org.mailroom.intake.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words that mail programs put around an old mail, in every language of {@code mail-words.properties}. */
final class MailWords {

    /** What a line of a header that was copied into the text says. */
    enum Label {
        FROM,
        SENT,
        TO,
        CC,
        SUBJECT
    }

    private static final Properties TABLE = table();

    static final Phrases OPENING = new Phrases(all("opens"));
    static final Phrases WROTE = new Phrases(all("wrote"));
    static final Phrases WROTE_HIMSELF = new Phrases(all("self"));
    static final Set<String> OLD_MAIL = all("old").collect(Collectors.toSet());
    static final List<String> PHONES = all("phone").distinct().toList();
    static final Set<String> DEVICES = all("devices").collect(Collectors.toSet());
    private static final Map<String, Label> LABELS = labels();

    private MailWords() {}

    static Set<String> languages() {
        return TABLE.stringPropertyNames().stream()
                .filter(key -> key.indexOf('.') > 0)
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toSet());
    }

    /** As the words of the table are written; the dot that a Turkish capital leaves goes too. */
    static String lower(String words) {
        return words.toLowerCase(Locale.ROOT).replace("\u0307", "");
    }

    /** The ids, classes and names that programs give to elements that are one thing. */
    static Set<String> marks(String thing) {
        return all(thing).collect(Collectors.toUnmodifiableSet());
    }

    /** What the label means that is written so, in lower case; null where it is none. */
    static @Nullable Label label(String word) {
        return LABELS.get(word);
    }

    /** The words for one thing, of all languages. */
    private static Stream<String> all(String thing) {
        return TABLE.stringPropertyNames().stream()
                .filter(key -> key.equals(thing) || key.endsWith("." + thing))
                .sorted()
                .flatMap(key -> Arrays.stream(TABLE.getProperty(key).split(",")))
                .map(String::strip);
    }

    private static Map<String, Label> labels() {
        Map<String, Label> labels = new HashMap<>();
        for (Label label : Label.values()) {
            all(label.name().toLowerCase(Locale.ROOT)).forEach(word -> labels.putIfAbsent(word, label));
        }
        return labels;
    }

    private static Properties table() {
        Properties table = new Properties();
        try (InputStream file = Objects.requireNonNull(MailWords.class.getResourceAsStream("mail-words.properties"))) {
            table.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
