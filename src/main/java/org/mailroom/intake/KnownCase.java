package org.mailroom.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.Cases;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.intake.mime.ReadMail;
import org.mailroom.intake.report.Bounce;
import org.mailroom.message.MessageId;
import org.mailroom.message.SignedMessageIds;
import org.springframework.stereotype.Component;

/**
 * Finds the case that a mail belongs to: by a case number that we signed, then by a message that a case already has. The
 * answered message comes first, then its ancestors from the newest to the oldest (RFC 5322, 3.6.4), then, for a report, the
 * messages it reports on.
 */
@Component
class KnownCase {

    private final SignedMessageIds signedIds;
    private final Cases cases;

    KnownCase(SignedMessageIds signedIds, Cases cases) {
        this.signedIds = signedIds;
        this.cases = cases;
    }

    /** @param bounce what a report says failed; null where the mail is none */
    Optional<CaseNumber> of(ReadMail mail, @Nullable Bounce bounce) {
        List<MessageId> related = related(mail, bounce);
        Optional<CaseNumber> signed = signed(signedIds, related).filter(cases::exists);
        return signed.isPresent() || related.isEmpty() ? signed : cases.withMessage(related);
    }

    /** The case number in the first identifier that carries one under our signature. */
    static Optional<CaseNumber> signed(SignedMessageIds signedIds, List<MessageId> related) {
        return related.stream()
                .map(signedIds::wordOf)
                .flatMap(Optional::stream)
                .map(CaseNumber::new)
                .findFirst();
    }

    static List<MessageId> related(ReadMail mail, @Nullable Bounce bounce) {
        List<MessageId> related = new ArrayList<>();
        MessageId answered = mail.message().inReplyTo();
        if (answered != null) {
            related.add(answered);
        }
        List<MessageId> ancestors = new ArrayList<>(mail.message().references());
        Collections.reverse(ancestors);
        related.addAll(ancestors);
        related.addAll(mail.reported());
        if (bounce != null && bounce.original() != null) {
            related.add(bounce.original());
        }
        return related.stream().distinct().toList();
    }
}
