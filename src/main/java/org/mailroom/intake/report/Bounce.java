package org.mailroom.intake.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.message.MessageId;

/**
 * Which mail failed or is late, and for whom.
 *
 * @param recipients each once; empty where the report names none
 * @param original the mail that it is about; null where the report does not say
 */
public record Bounce(List<FailedRecipient> recipients, @Nullable MessageId original) {

    public Bounce {
        recipients = List.copyOf(recipients);
    }
}
