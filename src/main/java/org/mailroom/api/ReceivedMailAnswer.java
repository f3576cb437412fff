package org.mailroom.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.mailbox.ReceivedMail;

/** A line of the log of received mail. Its shape is a promise to those who build on it. */
@JsonNaming(SnakeCaseStrategy.class)
record ReceivedMailAnswer(
        long id,
        String state,
        @Nullable String reason,
        int attempts,
        @Nullable String verdict,
        List<String> evidence,
        @JsonProperty("case") @Nullable String caseNumber,
        String inbox,
        @Nullable String mailbox,
        String messageId,
        @Nullable String from,
        @Nullable String subject,
        long size,
        Instant receivedAt,
        @Nullable Instant settledAt) {

    /** @param next what to ask for as {@code after}; null where this is the last page */
    @JsonNaming(SnakeCaseStrategy.class)
    record Page(List<ReceivedMailAnswer> receivedMails, @Nullable Long next) {}

    /** @param lines one more than go on a page, where there is another page */
    static Page page(List<ReceivedMail> lines, int most) {
        List<ReceivedMailAnswer> shown =
                lines.stream().limit(most).map(ReceivedMailAnswer::of).toList();
        return new Page(shown, lines.size() > most ? shown.get(most - 1).id() : null);
    }

    static ReceivedMailAnswer of(ReceivedMail line) {
        return new ReceivedMailAnswer(
                line.id(),
                line.state().name(),
                line.reason(),
                line.attempts(),
                line.kind(),
                line.evidence(),
                line.caseNumber() == null ? null : line.caseNumber().value(),
                line.inbox().value(),
                line.mailbox(),
                line.messageId(),
                line.from(),
                line.subject(),
                line.size(),
                line.receivedAt(),
                line.settledAt());
    }
}
