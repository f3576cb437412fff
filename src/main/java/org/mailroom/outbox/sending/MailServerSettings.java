package org.mailroom.outbox.sending;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Stops the start with a clear sentence where Spring's own settings do not name the server that takes our mail. */
@Validated
@ConfigurationProperties("spring.mail")
record MailServerSettings(
        @NotBlank(
                        message =
                                "is missing: set it to the name of the mail server that takes Mailroom's outgoing mail (SMTP)")
                String host) {}
