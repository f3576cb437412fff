package org.mailroom.intake.mime;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailroom.intake.mime.field.Fields;
import org.mailroom.intake.mime.field.MailDate;
import org.mailroom.intake.mime.field.MessageIdList;
import org.mailroom.intake.text.CleanText;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.MessageId;
import org.mailroom.message.ThreadIndex;

/** What the header fields of a mail say about it: who, to whom, when, about what, in answer to what. */
final class Letterhead {

    private static final int LONGEST_SUBJECT = 500;
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final Fields fields;
    private final Warnings warnings;

    Letterhead(Fields fields, Warnings warnings) {
        this.fields = fields;
        this.warnings = warnings;
    }

    EmailAddress from() {
        Optional<EmailAddress> named = Stream.of("from", "sender")
                .flatMap(name -> addresses(name).stream())
                .findFirst();
        warnings.addIf(named.isEmpty(), Warnings.SENDER);
        warnings.addIf(
                addresses("from").stream().map(EmailAddress::key).distinct().count() > 1, Warnings.SENDERS);
        return named.orElse(MailReader.NOBODY);
    }

    List<EmailAddress> addresses(String name) {
        return fields.addresses(name);
    }

    String subject() {
        String whole = fields.first("subject").orElse("");
        warnings.addIf(whole.length() > LONGEST_SUBJECT, Warnings.SUBJECT);
        return CleanText.line(whole, LONGEST_SUBJECT);
    }

    @Nullable
    Instant sent() {
        Optional<String> written = fields.first("date").filter(date -> !date.isEmpty());
        Optional<Instant> read = written.flatMap(Letterhead::instant);
        warnings.addIf(written.isPresent() && read.isEmpty(), Warnings.DATE);
        return read.orElse(null);
    }

    @Nullable
    MessageId inReplyTo() {
        return MessageIdList.in(fields.raw("in-reply-to")).stream().findFirst().orElse(null);
    }

    List<MessageId> references() {
        return MessageIdList.in(fields.raw("references"));
    }

    @Nullable
    ThreadIndex threadIndex() {
        return fields.first("thread-index").flatMap(ThreadIndex::of).orElse(null);
    }

    private static Optional<Instant> instant(String date) {
        return MailDate.instant(date).filter(instant -> instant.isAfter(EARLIEST) && instant.isBefore(LATEST));
    }
}
