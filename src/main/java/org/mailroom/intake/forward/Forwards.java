package org.mailroom.intake.forward;

import java.util.Optional;
import org.mailroom.intake.mime.ReadMail;

/**
 * Tells whether a mail passes on another, and which; of forwards in forwards the outermost. A redirect comes last: it leaves
 * the author in his place, and what he sent on by hand says more.
 */
public final class Forwards {

    private Forwards() {}

    public static Optional<Forward> of(ReadMail mail) {
        return AttachedMail.in(mail).or(() -> InlineMail.in(mail)).or(() -> RedirectedMail.in(mail));
    }
}
