package org.mailroom.intake;

import java.util.List;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.Inboxes;
import org.mailroom.intake.form.FormProfiles;
import org.mailroom.intake.form.Forms;
import org.mailroom.intake.forward.Forwards;
import org.mailroom.intake.mime.MailReader;
import org.mailroom.message.MessageId;
import org.springframework.stereotype.Component;

/** Understands a mail: what it says, what kind it is, what it passes on, and who vouches for its sender. Decides nothing. */
@Component
class Interpreter {

    private final Inboxes inboxes;
    private final MailReader reader;
    private final Checks checks;
    private final Forwards forwards;
    private final FormProfiles formProfiles;
    private final TrustedServers trustedServers;

    Interpreter(
            Inboxes inboxes,
            MailReader reader,
            Checks checks,
            Forwards forwards,
            FormProfiles formProfiles,
            TrustedServers trustedServers) {
        this.inboxes = inboxes;
        this.reader = reader;
        this.checks = checks;
        this.forwards = forwards;
        this.formProfiles = formProfiles;
        this.trustedServers = trustedServers;
    }

    Letter open(MessageId id, byte[] raw) {
        List<Inbox> all = inboxes.all();
        return new Letter(reader.read(id, raw, address -> Letter.isOneOf(all, address)), all);
    }

    Reading read(Letter letter) {
        return new Reading(
                letter.message(),
                letter.fields().has("message-id"),
                checks.judge(letter),
                forwards.in(letter.mail()).orElse(null),
                Forms.of(letter.mail(), formProfiles.all()).orElse(null),
                trustedServers.judge(letter.fields()));
    }
}
