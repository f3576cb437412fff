package org.mailroom.intake.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mailroom.intake.Eml;
import org.mailroom.message.Message;
import org.mailroom.message.MessageId;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

/** Each limit holds, and the message says so. */
class ReadingLimitsTests {

    private static final DataSize SIZE = DataSize.ofMegabytes(1);
    private static final Duration TIME = Duration.ofSeconds(10);

    @Test
    void withoutSettingsTheyAreAsMailroomShips() {
        Binder nothingSet = new Binder(new MapConfigurationPropertySource());

        assertThat(nothingSet.bindOrCreate("mailroom.reading", ReadingLimits.class))
                .isEqualTo(ReadingLimits.DEFAULT);
    }

    @Test
    void mailsThatAreNestedTooDeeplyStayFiles() {
        Message message = read(new ReadingLimits(3, 100, 100, SIZE, 100, 100, TIME), Eml.file("mime-mail-in-mail"));

        assertThat(message.attachments()).hasSize(2);
        assertThat(message.warnings()).containsExactly(Warnings.DEPTH);
    }

    @Test
    void filesInAttachedMailsCountAsParts() {
        Message message = read(new ReadingLimits(20, 3, 100, SIZE, 100, 100, TIME), Eml.file("mime-attached-mail"));

        assertThat(message.text()).isEqualTo("See the mail.");
        assertThat(message.warnings()).containsExactly(Warnings.PARTS);
    }

    @Test
    void fieldsBehindTooManyLinesAreLeftOutAndTheTextIsNot() {
        byte[] mail = Eml.of("From: a@example.org", "X: 1", "X: 2", "X: 3", "Subject: late", "", "Text");
        Message message = read(new ReadingLimits(20, 100, 3, SIZE, 100, 100, TIME), mail);

        assertThat(message.subject()).isEmpty();
        assertThat(message.text()).isEqualTo("Text");
        assertThat(message.warnings()).containsExactly(Warnings.HEADER);
    }

    @Test
    void aFieldThatIsTooLargeIsLeftOutAndTheTextIsNot() {
        byte[] mail = Eml.of("From: a@example.org", "Subject: " + "x".repeat(2_000), "", "Text");
        Message message = read(new ReadingLimits(20, 100, 100, DataSize.ofKilobytes(1), 100, 100, TIME), mail);

        assertThat(message.subject()).isEmpty();
        assertThat(message.text()).isEqualTo("Text");
        assertThat(message.warnings()).containsExactly(Warnings.HEADER);
    }

    @Test
    void aTextThatIsTooLongIsShownInPartAndKeptWhole() {
        byte[] mail = Eml.of("From: a@example.org", "", "x".repeat(200));
        Message message = read(new ReadingLimits(20, 100, 100, SIZE, 100, 100, TIME), mail);

        assertThat(message.text()).hasSize(100);
        assertThat(message.attachments()).hasSize(1);
        assertThat(message.warnings()).containsExactly(Warnings.LONG_TEXT);
    }

    @Test
    void whatWasReadBeforeTheTimeWasUpStays() {
        Message message =
                read(new ReadingLimits(20, 100, 100, SIZE, 100, 100, Duration.ZERO), Eml.file("mime-attached-mail"));

        assertThat(message.subject()).isEqualTo("Broken");
        assertThat(message.attachments()).isEmpty();
        assertThat(message.warnings()).containsExactly(Warnings.TIME);
    }

    private static Message read(ReadingLimits limits, byte[] mail) {
        return new MailReader(limits)
                .read(new MessageId("limited@example.org"), mail, address -> false)
                .message();
    }
}
