package org.mailroom.intake.threading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.intake.mime.ReadMail;
import org.mailroom.intake.report.Bounce;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.Message;
import org.mailroom.message.MessageId;

/**
 * What a mail tells of others that it belongs with.
 *
 * @param related the messages that it names: the one it answers, then its ancestors from the newest to the oldest (RFC 5322,
 *     3.6.4), then, for a report, those that it reports on
 * @param recipients where it went to, by itself or by those who brought it
 */
record Clues(Message message, List<MessageId> related, List<EmailAddress> recipients) {

    private static final List<String> RECIPIENTS = List.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To");

    Clues {
        recipients = List.copyOf(recipients);
        related = List.copyOf(related);
    }

    /** @param bounce what a report says failed; null where the mail is none */
    static Clues of(ReadMail mail, @Nullable Bounce bounce) {
        List<MessageId> related = new ArrayList<>(ancestors(mail.message()));
        related.addAll(mail.reported());
        if (bounce != null && bounce.original() != null) {
            related.add(bounce.original());
        }
        return new Clues(
                mail.message(),
                related.stream().distinct().toList(),
                RECIPIENTS.stream()
                        .flatMap(name -> mail.fields().addresses(name).stream())
                        .distinct()
                        .toList());
    }

    /** The message that it answers and its ancestors, without those that it reports on. */
    List<MessageId> ancestors() {
        return ancestors(message);
    }

    private static List<MessageId> ancestors(Message message) {
        List<MessageId> ancestors = new ArrayList<>(message.references());
        Collections.reverse(ancestors);
        if (message.inReplyTo() != null) {
            ancestors.add(0, message.inReplyTo());
        }
        return ancestors.stream().distinct().toList();
    }
}
