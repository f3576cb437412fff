package org.mailroom.desk.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.CaseEvent;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseView;
import org.mailroom.cases.loops.Objection;
import org.mailroom.inbox.EscalationRule;

/** What people read is there in every language. */
class MessagesTests {

    private static final Properties ENGLISH = messages("messages.properties");
    private static final Properties GERMAN = messages("messages_de.properties");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(new TreeSet<>(GERMAN.stringPropertyNames())).isEqualTo(new TreeSet<>(ENGLISH.stringPropertyNames()));
    }

    @Test
    void bothLanguagesPutInTheSameValues() {
        assertThat(ENGLISH.stringPropertyNames())
                .allSatisfy(key -> assertThat(values(GERMAN, key)).as(key).isEqualTo(values(ENGLISH, key)));
    }

    @Test
    void everyEventHasASentence() {
        assertThat(CaseEvent.Kind.values())
                .allSatisfy(kind -> assertThat(ENGLISH).containsKey("event." + kind));
        assertThat(EscalationRule.Action.values())
                .allSatisfy(action -> assertThat(ENGLISH).containsKey("escalation." + action));
        assertThat(Objection.Reason.values())
                .allSatisfy(reason -> assertThat(ENGLISH).containsKey("suppressed." + reason));
    }

    @Test
    void everyRefusalHasASentence() {
        assertThat(CaseRefusal.Reason.values())
                .allSatisfy(reason -> assertThat(ENGLISH).containsKey("refusal." + reason));
    }

    @Test
    void everyStateHasAWord() {
        assertThat(CaseView.State.values())
                .allSatisfy(state -> assertThat(ENGLISH).containsKey("state." + state));
        assertThat(CaseView.Outcome.values())
                .allSatisfy(outcome -> assertThat(ENGLISH).containsKey("state." + outcome));
    }

    @Test
    void everyMessageThatATemplateNamesIsThere() {
        Pattern named = Pattern.compile("#\\{([a-z][a-zA-Z.-]*)[(}]");
        assertThat(templates())
                .flatExtracting(text -> named.matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .toList())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(ENGLISH).containsKey(key));
    }

    /** A single straight apostrophe would silently switch off the values after it. */
    @Test
    void noMessageHasAStraightApostrophe() {
        assertThat(ENGLISH.values()).noneMatch(text -> text.toString().contains("'"));
        assertThat(GERMAN.values()).noneMatch(text -> text.toString().contains("'"));
    }

    private static List<String> values(Properties messages, String key) {
        return Pattern.compile("\\{\\d")
                .matcher(messages.getProperty(key, ""))
                .results()
                .map(found -> found.group())
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> templates() {
        try {
            return Files.walk(TEMPLATES)
                    .filter(file -> file.toString().endsWith(".html"))
                    .map(MessagesTests::text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Properties messages(String name) {
        Properties messages = new Properties();
        try (var reader =
                new InputStreamReader(MessagesTests.class.getResourceAsStream("/" + name), StandardCharsets.UTF_8)) {
            messages.load(reader);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return messages;
    }
}
