package org.mailroom.intake.mime;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of a mail is read at most. What is beyond stays in the mail as it came, and the message says so.
 *
 * @param depth how many parts may lie one in the other, attached mails included
 * @param parts how many there may be in all, those in attached mails included
 * @param headerLines of a mail or a part
 * @param headerSize of a mail or a part
 * @param textLength of one text, in characters; a longer one is also kept whole as a file
 * @param tags of one text in HTML
 * @param time for one mail
 */
@ConfigurationProperties("mailroom.reading")
public record ReadingLimits(
        @DefaultValue("20") int depth,
        @DefaultValue("2000") int parts,
        @DefaultValue("25000") int headerLines,
        @DefaultValue("2MB") DataSize headerSize,
        @DefaultValue("1000000") int textLength,
        @DefaultValue("50000") int tags,
        @DefaultValue("10s") Duration time) {

    /** As Mailroom ships. */
    public static final ReadingLimits DEFAULT =
            new ReadingLimits(20, 2_000, 25_000, DataSize.ofMegabytes(2), 1_000_000, 50_000, Duration.ofSeconds(10));
}
