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
 */
@ConfigurationProperties("mailroom.pickup")
record PickupSettings(@DefaultValue("true") boolean enabled, @DefaultValue("2s") Duration every) {}
