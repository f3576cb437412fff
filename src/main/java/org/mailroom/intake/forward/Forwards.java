package org.mailroom.intake.forward;

import java.util.Optional;
import org.mailroom.intake.mime.MailReader;
import org.mailroom.intake.mime.ReadMail;
import org.springframework.stereotype.Component;

/**
 * Tells whether a mail passes on another, and which; of forwards in forwards the outermost. A redirect comes last: it leaves
 * the author in his place, and what he sent on by hand says more.
 */
@Component
public class Forwards {

    private final AttachedMail attachedMail;

    /** @param reader who reads a mail that is attached */
    public Forwards(MailReader reader) {
        this.attachedMail = new AttachedMail(reader);
    }

    /** Empty where it passes on none. */
    public Optional<Forward> in(ReadMail mail) {
        return attachedMail.in(mail).or(() -> InlineMail.in(mail)).or(() -> RedirectedMail.in(mail));
    }
}
