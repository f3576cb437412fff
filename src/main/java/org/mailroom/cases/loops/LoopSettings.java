package org.mailroom.cases.loops;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much Mailroom writes to customers by itself.
 *
 * @param window for how long an automatic mail counts for its address and its case
 * @param perAddress how many may go to one address in that time
 * @param perSubject how many of them about the same subject
 * @param perCase how many one case may send in that time
 * @param echo for how long a mail of somebody else that repeats a number of an automatic mail is taken for its echo
 * @param failedAddress for how long an address to which mail failed for good gets no automatic mail
 * @param inboxWindow for how long an automatic mail counts for its inbox
 * @param perInbox how many one inbox may send in that time before it stops
 */
@Validated
@ConfigurationProperties("mailroom.loops")
record LoopSettings(
        @DefaultValue("3h") Duration window,
        @DefaultValue("10") @Min(1) int perAddress,
        @DefaultValue("3") @Min(1) int perSubject,
        @DefaultValue("5") @Min(1) int perCase,
        @DefaultValue("1h") Duration echo,
        @DefaultValue("60d") Duration failedAddress,
        @DefaultValue("10m") Duration inboxWindow,
        @DefaultValue("500") @Min(1) int perInbox) {}
