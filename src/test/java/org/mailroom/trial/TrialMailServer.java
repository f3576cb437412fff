package org.mailroom.trial;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** Takes mail for every address and opens a mailbox for it: user is the address, any password. It forgets all when it stops. */
final class TrialMailServer {

    private final GreenMail server;

    private TrialMailServer(GreenMail server) {
        this.server = server;
    }

    static TrialMailServer start(TrialSettings settings) {
        var server = new GreenMail(new ServerSetup[] {
            new ServerSetup(settings.smtpPort(), TrialSettings.HOST, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(settings.imapPort(), TrialSettings.HOST, ServerSetup.PROTOCOL_IMAP)
        });
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        return new TrialMailServer(server);
    }

    void close() {
        server.stop();
    }
}
