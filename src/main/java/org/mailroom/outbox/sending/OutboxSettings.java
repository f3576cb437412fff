package org.mailroom.outbox.sending;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the outbox works.
 *
 * @param enabled whether this node sends by itself
 * @param connections how many connections to the mail server there may be at a time, those of all nodes together
 * @param mailsPerMinute how many mails may leave by it in a minute, from all nodes together; 0 for any number
 * @param giveUpAfter how long a mail is tried that the mail server refuses for now (4xx), from the first refusal
 * @param poll how often the outbox is looked through for mail whose time has come; new mail does not wait for it
 * @param mailsPerConnection after how many mails a connection is opened anew
 * @param namelessAnswers whether automatic answers leave with an empty envelope sender, as RFC 3834 asks for; switch it off
 *     for a mail server that takes no such mail, then failures come back to the inbox
 * @param replyToCase whether mail to customers asks for answers to the inbox's address with the signed case number behind a
 *     plus; the mail server must deliver such addresses to the inbox (RFC 5233)
 * @param connectTimeout how long the mail server may take to be reached
 * @param readTimeout how long the mail server may take to answer; long, as one that is left while it checks a mail
 *     may deliver it all the same, and the next try then delivers it twice (RFC 5321, 4.5.3.2)
 * @param writeTimeout how long the mail server may take to accept what is written to it
 */
@Validated
@ConfigurationProperties("mailroom.outbox")
public record OutboxSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("3") @Min(1) @Max(100) int connections,
        @DefaultValue("0") @Min(0) int mailsPerMinute,
        @DefaultValue("1d") Duration giveUpAfter,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("100") @Min(1) int mailsPerConnection,
        @DefaultValue("true") boolean namelessAnswers,
        @DefaultValue("false") boolean replyToCase,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("5m") Duration readTimeout,
        @DefaultValue("5m") Duration writeTimeout) {}
