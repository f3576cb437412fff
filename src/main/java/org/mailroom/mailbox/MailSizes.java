package org.mailroom.mailbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a mail may be.
 *
 * @param largest as it lies on the mail server, with its files encoded, which makes them a third larger; below 1 GB
 */
@ConfigurationProperties("mailroom.mail")
public record MailSizes(@DefaultValue("50MB") DataSize largest) {

    private static final DataSize MOST = DataSize.ofGigabytes(1);

    public MailSizes {
        if (largest.isNegative() || largest.compareTo(MOST) >= 0) {
            throw new IllegalArgumentException("mailroom.mail.largest must lie between 0 and 1GB, but is " + largest);
        }
    }
}
