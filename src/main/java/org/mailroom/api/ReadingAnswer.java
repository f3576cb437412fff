package org.mailroom.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailroom.intake.Reading;
import org.mailroom.intake.SenderAuthentication;
import org.mailroom.intake.form.Form;
import org.mailroom.intake.forward.Correspondent;
import org.mailroom.intake.forward.Forward;
import org.mailroom.intake.report.Bounce;
import org.mailroom.message.Attachment;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.Message;
import org.mailroom.message.MessageId;

/** The answer to "what do you understand of this mail?". Its shape is a promise to those who build on it. */
@JsonNaming(SnakeCaseStrategy.class)
record ReadingAnswer(
        Address from,
        List<Address> to,
        List<Address> cc,
        List<Address> replyTo,
        String subject,
        @Nullable Instant date,
        String messageId,
        List<String> inReplyTo,
        List<String> references,
        String text,
        @Nullable String html,
        String newText,
        List<File> attachments,
        String kind,
        List<String> reasons,
        @Nullable Failure bounce,
        @Nullable PassedOn forward,
        @Nullable Entered form,
        SenderAuthentication senderAuthentication,
        List<String> warnings) {

    /** @param name empty where there is none */
    record Address(String address, String name) {

        static Address of(EmailAddress address) {
            return new Address(address.address(), address.name() == null ? "" : address.name());
        }
    }

    /** @param size in bytes, decoded */
    @JsonNaming(SnakeCaseStrategy.class)
    record File(
            String name,
            String type,
            int size,
            String sha256,
            boolean inline,
            @Nullable String contentId,
            String path) {

        static File of(Attachment file) {
            return new File(
                    file.name(),
                    file.type(),
                    file.content().size(),
                    file.content().sha256Hex(),
                    file.inline(),
                    file.contentId(),
                    file.path());
        }
    }

    /** @param originalMessageId empty where the report does not say */
    @JsonNaming(SnakeCaseStrategy.class)
    record Failure(List<Recipient> recipients, String originalMessageId) {

        record Recipient(String address, String status, boolean permanent) {}

        static @Nullable Failure of(@Nullable Bounce bounce) {
            return bounce == null
                    ? null
                    : new Failure(
                            bounce.recipients().stream()
                                    .map(failed -> new Recipient(failed.address(), failed.status(), failed.permanent()))
                                    .toList(),
                            bounce.original() == null ? "" : bounce.original().value());
        }
    }

    /** @param from null where the forward does not say */
    record PassedOn(@Nullable Address from, String how) {

        static @Nullable PassedOn of(@Nullable Forward forward) {
            return forward == null
                    ? null
                    : new PassedOn(author(forward.from()), forward.how().word());
        }

        private static @Nullable Address author(@Nullable Correspondent author) {
            return author == null ? null : new Address(author.address(), author.name());
        }
    }

    record Entered(String profile, Map<String, String> fields) {

        static @Nullable Entered of(@Nullable Form form) {
            return form == null ? null : new Entered(form.profile(), form.fields());
        }
    }

    static ReadingAnswer of(Reading reading) {
        Message message = reading.message();
        return new ReadingAnswer(
                Address.of(message.from()),
                addresses(message.to()),
                addresses(message.cc()),
                addresses(message.replyTo()),
                message.subject(),
                message.sent(),
                reading.identified() ? message.id().value() : "",
                message.inReplyTo() == null ? List.of() : ids(List.of(message.inReplyTo())),
                ids(message.references()),
                message.text(),
                message.html(),
                message.newText(),
                message.attachments().stream().map(File::of).toList(),
                reading.judgement().kind().word(),
                reading.judgement().reasons(),
                Failure.of(reading.judgement().bounce()),
                PassedOn.of(reading.forward()),
                Entered.of(reading.form()),
                reading.authentication(),
                message.warnings());
    }

    private static List<Address> addresses(List<EmailAddress> all) {
        return all.stream().map(Address::of).toList();
    }

    private static List<String> ids(List<MessageId> all) {
        return all.stream().map(MessageId::value).toList();
    }
}
