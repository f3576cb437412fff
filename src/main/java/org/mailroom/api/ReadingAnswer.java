package org.mailroom.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailroom.intake.Reading;
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
                    file.name());
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
                reading.judgement().kind().name().toLowerCase(Locale.ROOT),
                List.of(reading.judgement().reason()),
                message.warnings());
    }

    private static List<Address> addresses(List<EmailAddress> all) {
        return all.stream().map(Address::of).toList();
    }

    private static List<String> ids(List<MessageId> all) {
        return all.stream().map(MessageId::value).toList();
    }
}
