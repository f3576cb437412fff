package org.mailroom.intake.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mailroom.message.Attachment;
import org.mailroom.message.Message;

class LargeMailsTests {

    @Test
    void aLargeFileIsWhole() {
        Message message = read("large file");

        assertThat(message.text()).isEqualTo("Hello");
        assertThat(message.attachments()).extracting(Attachment::name).containsExactly("large.pdf");
        assertThat(message.attachments().get(0).content().size()).isEqualTo(LargeMails.FILE_SIZE);
        assertThat(message.warnings()).isEmpty();
    }

    @Test
    void ofAThousandFilesNoneIsLost() {
        assertThat(read("many files").attachments())
                .hasSize(LargeMails.FILES)
                .allSatisfy(file -> assertThat(file.content().size()).isEqualTo(12_000));
        assertThat(read("many files").warnings()).isEmpty();
    }

    @Test
    void ofFiveHundredRecipientsNoneIsLost() {
        assertThat(read("many recipients").to())
                .hasSize(LargeMails.RECIPIENTS)
                .anySatisfy(address -> assertThat(address.name()).isEqualTo("Müller, 499"));
    }

    @Test
    void afterTwentyThousandHeaderLinesThereIsStillASubject() {
        assertThat(read("many header lines").subject()).isEqualTo("After many lines");
        assertThat(read("many header lines").warnings()).isEmpty();
    }

    @Test
    void aLineOfTenMegabytesIsShownInPartAndKeptWhole() {
        Message message = read("one long line");

        assertThat(message.text()).startsWith("word word").hasSizeBetween(999_000, 1_000_000);
        assertThat(message.attachments().get(0).content().size()).isEqualTo(LargeMails.LINE);
        assertThat(message.warnings()).containsExactly(Warnings.LONG_TEXT);
    }

    @Test
    void ofHtmlWithTooManyTagsTheFirstAreShownAndAllAreKept() {
        Message message = read("one long line of HTML");

        assertThat(message.text()).startsWith("a\n\na\n\na");
        assertThat(message.attachments().get(0).content().size()).isEqualTo(LargeMails.LINE);
        assertThat(message.warnings()).containsExactly(Warnings.LONG_TEXT);
    }

    private static Message read(String name) {
        return LargeMails.read(LargeMails.all().get(name).get());
    }
}
