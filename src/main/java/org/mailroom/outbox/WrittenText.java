package org.mailroom.outbox;

import java.util.Map;
import org.mailroom.outbox.MailTexts.Kind;
import org.mailroom.outbox.MailTexts.Text;
import org.mailroom.outbox.smtp.OneLine;

/** A text as somebody wrote it, with its tags. */
record WrittenText(String subject, String body) {

    private static final int LONGEST_SUBJECT = 250;

    /** @throws BrokenText where it has a tag that its kind may not use, or is no Mustache */
    Text fill(Kind kind, Map<String, String> tags) {
        var subjectTemplate = new MailTemplate(kind, subject);
        var bodyTemplate = new MailTemplate(kind, body);
        return new Text(OneLine.of(subjectTemplate.fill(tags), LONGEST_SUBJECT), bodyTemplate.fill(tags));
    }
}
