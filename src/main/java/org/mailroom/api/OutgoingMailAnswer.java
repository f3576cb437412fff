package org.mailroom.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.outbox.OutgoingLine;

/** An outgoing mail. Its shape is a promise to those who build on it. */
@JsonNaming(SnakeCaseStrategy.class)
record OutgoingMailAnswer(
        long id,
        String state,
        int attempts,
        @Nullable Instant nextAttempt,
        @Nullable String lastError,
        boolean possiblyDoubled,
        @JsonProperty("case") @Nullable String caseNumber,
        String inbox,
        String messageId,
        List<String> recipients,
        String subject,
        long size,
        Instant createdAt,
        @Nullable Instant sentAt) {

    /** @param next what to ask for as {@code after}; null where this is the last page */
    @JsonNaming(SnakeCaseStrategy.class)
    record Page(List<OutgoingMailAnswer> outgoingMails, @Nullable Long next) {}

    /** @param message what was done, for people */
    @JsonNaming(SnakeCaseStrategy.class)
    record SentAgain(long outgoingMail, String message) {}

    /** @param lines one more than go on a page, where there is another page */
    static Page page(List<OutgoingLine> lines, int most) {
        List<OutgoingMailAnswer> shown =
                lines.stream().limit(most).map(OutgoingMailAnswer::of).toList();
        return new Page(shown, lines.size() > most ? shown.get(most - 1).id() : null);
    }

    static OutgoingMailAnswer of(OutgoingLine line) {
        return new OutgoingMailAnswer(
                line.id(),
                line.state().name(),
                line.attempts(),
                line.nextAttempt(),
                line.lastError(),
                line.possiblyDoubled() > 0,
                line.caseNumber() == null ? null : line.caseNumber().value(),
                line.inbox().value(),
                line.messageId(),
                line.recipients(),
                line.subject(),
                line.size(),
                line.createdAt(),
                line.sentAt());
    }
}
