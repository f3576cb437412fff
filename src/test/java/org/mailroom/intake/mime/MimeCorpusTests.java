package org.mailroom.intake.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailroom.intake.Eml;
import org.mailroom.message.Attachment;
import org.mailroom.message.Message;
import org.mailroom.message.MessageId;

/** Mails that are broken, old or rare, each named for what is odd about it, with what is to be understood of them. */
class MimeCorpusTests {

    @ParameterizedTest
    @MethodSource("facts")
    void aMailIsUnderstood(String name, String facts) {
        Message message = new MailReader()
                .read(new MessageId("kept@example.org"), Eml.file("mime-" + name), address -> false)
                .message();

        assertThat(described(message)).isEqualTo(facts);
    }

    static Stream<Arguments> facts() {
        return lines().map(line -> line.split(" \\| ", 2)).map(line -> Arguments.of(line[0], line[1].strip()));
    }

    /** The files, without their ending. */
    static List<String> names() {
        return lines().map(line -> "mime-" + line.split(" \\| ", 2)[0]).toList();
    }

    private static Stream<String> lines() {
        try (InputStream file = MimeCorpusTests.class.getResourceAsStream("/mail/mime-facts.txt")) {
            String table = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return table.lines().filter(line -> !line.startsWith("#"));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private static String described(Message message) {
        return Stream.of(
                        message.from().label() + " <" + message.from().address() + ">",
                        message.subject(),
                        message.text().replace('\n', '⏎'),
                        message.html() == null ? "text" : "html",
                        message.attachments().stream()
                                .map(MimeCorpusTests::described)
                                .collect(Collectors.joining("; ")),
                        message.warnings().stream().map(MimeCorpusTests::name).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" | "))
                .strip();
    }

    private static String described(Attachment file) {
        return file.path() + " " + file.type() + " " + file.content().size() + (file.inline() ? " inline" : "");
    }

    private static String name(String warning) {
        return Stream.of(Warnings.class.getDeclaredFields())
                .filter(field -> field.getType() == String.class)
                .filter(field -> warning.equals(valueOf(field)))
                .map(Field::getName)
                .findFirst()
                .orElse(warning);
    }

    private static Object valueOf(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(hidden);
        }
    }
}
