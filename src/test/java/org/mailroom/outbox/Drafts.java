package org.mailroom.outbox;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.mailroom.message.Attachment;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.MessageId;
import org.mailroom.message.ThreadIndex;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drafts for tests: a plain one, and what is different about it. */
public record Drafts(Draft draft) {

    /** The inbox that all of them leave from. */
    public static void openInbox(JdbcClient jdbc) {
        jdbc.sql(
                        """
                        insert into inbox (key, name, address, case_prefix)
                        values ('outbox-test', 'Grüße & Outbox', 'outbox-test@mailroom.localhost', 'OT')
                        on conflict do nothing
                        """)
                .update();
    }

    public static Drafts to(String... addresses) {
        return new Drafts(new Draft(
                "test " + UUID.randomUUID(),
                Draft.Kind.ANSWER,
                new InboxKey("outbox-test"),
                null,
                List.of(addresses).stream().map(EmailAddress::of).toList(),
                List.of(),
                "Hello",
                "A text",
                null,
                List.of(),
                null,
                List.of()));
    }

    public Drafts kind(Draft.Kind kind) {
        return with(kind, draft.caseNumber(), draft.to(), draft.subject(), draft.text());
    }

    public Drafts subject(String subject) {
        return with(draft.kind(), draft.caseNumber(), draft.to(), subject, draft.text());
    }

    public Drafts text(String text) {
        return with(draft.kind(), draft.caseNumber(), draft.to(), draft.subject(), text);
    }

    public Drafts ofCase(CaseNumber number) {
        return with(draft.kind(), number, draft.to(), draft.subject(), draft.text());
    }

    public Drafts toNamed(String address, String name) {
        return with(
                draft.kind(),
                draft.caseNumber(),
                List.of(new EmailAddress(address, name)),
                draft.subject(),
                draft.text());
    }

    public Drafts cc(String address) {
        return new Drafts(new Draft(
                draft.cause(),
                draft.kind(),
                draft.inbox(),
                draft.caseNumber(),
                draft.to(),
                List.of(EmailAddress.of(address)),
                draft.subject(),
                draft.text(),
                null,
                List.of(),
                null,
                List.of()));
    }

    public Drafts answering(String id, String... ancestors) {
        return new Drafts(new Draft(
                draft.cause(),
                draft.kind(),
                draft.inbox(),
                draft.caseNumber(),
                draft.to(),
                draft.cc(),
                draft.subject(),
                draft.text(),
                new MessageId(id),
                List.of(ancestors).stream().map(MessageId::new).toList(),
                draft.threadIndex(),
                List.of()));
    }

    public Drafts inConversation(ThreadIndex index) {
        return new Drafts(new Draft(
                draft.cause(),
                draft.kind(),
                draft.inbox(),
                draft.caseNumber(),
                draft.to(),
                draft.cc(),
                draft.subject(),
                draft.text(),
                draft.inReplyTo(),
                draft.references(),
                index,
                draft.attachments()));
    }

    public Drafts attached(Attachment... files) {
        return new Drafts(new Draft(
                draft.cause(),
                draft.kind(),
                draft.inbox(),
                draft.caseNumber(),
                draft.to(),
                draft.cc(),
                draft.subject(),
                draft.text(),
                null,
                List.of(),
                null,
                List.of(files)));
    }

    private Drafts with(
            Draft.Kind kind, @Nullable CaseNumber number, List<EmailAddress> to, String subject, String text) {
        return new Drafts(new Draft(
                draft.cause(),
                kind,
                draft.inbox(),
                number,
                to,
                draft.cc(),
                subject,
                text,
                draft.inReplyTo(),
                draft.references(),
                draft.threadIndex(),
                draft.attachments()));
    }
}
