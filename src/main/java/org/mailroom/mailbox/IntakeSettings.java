package org.mailroom.mailbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node takes in received mail.
 *
 * @param enabled whether it does at all
 * @param threads how many workers there are; each takes in some mails at a time
 * @param every how often it looks for mail that another node has kept, or that is to be tried again
 */
@ConfigurationProperties("mailroom.intake")
record IntakeSettings(
        @DefaultValue("true") boolean enabled, @DefaultValue("4") int threads, @DefaultValue("1s") Duration every) {}
