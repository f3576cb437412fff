package org.mailroom.mailbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this node picks up mail from mail servers.
 *
 * @param enabled whether it does at all
 * @param every how often it asks a server that does not tell of new mail by itself (RFC 2177), and how often it looks for
 *     accounts that were added or that another node has left
 * @param pop3Every how often it asks a server over POP3, which means to log in each time
 * @param reconcileEvery how often what lies on the server is compared with the log
 * @param alarmAfter how long an account may not be picked up before the admins get a mail
 */
@ConfigurationProperties("mailroom.pickup")
record PickupSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("2s") Duration every,
        @DefaultValue("1m") Duration pop3Every,
        @DefaultValue("24h") Duration reconcileEvery,
        @DefaultValue("5m") Duration alarmAfter) {}
