package org.mailroom.outbox.sending;

import java.time.Duration;
import org.mailroom.outbox.smtp.SmtpServer;

/**
 * By whom mail leaves.
 *
 * @param connections how many there may be to its server at a time, those of all nodes together
 * @param mailsPerMinute how many mails may leave by it in a minute; 0 for any number
 */
record Account(long id, SmtpServer server, int connections, int mailsPerMinute) {

    /** The server of the settings. */
    static final long DEFAULT = 0;

    /** Between two mails, where only so many may leave in a minute. */
    Duration interval() {
        return mailsPerMinute == 0 ? Duration.ZERO : Duration.ofMinutes(1).dividedBy(mailsPerMinute);
    }
}
