package org.mailroom.mailbox;

import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.InboxKey;
import org.mailroom.message.TooLarge;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each mail as it came, verbatim, once; one that was deleted when it was old does not come in again. */
@Component
class ReceivedMails {

    /** A mail that is known stays as it is, but for its number where the server has numbered its mail anew. */
    private static final String INSERT =
            """
            insert into received_mail (mailbox_id, uid_validity, uid, inbox_key, message_id, digest, raw,
                                       whole_size, size_limit)
            select :account::bigint, :validity::bigint, :uid::bigint, :inbox, :messageId, :digest, :raw,
                   :size::bigint, :limit::bigint
            where not exists (
                select from forgotten_mail
                where inbox_key = :inbox and digest = :digest and message_id_md5 = md5(:messageId)::uuid)
            on conflict (inbox_key, digest, md5(message_id)) do update
            set uid_validity = excluded.uid_validity, uid = excluded.uid
            where received_mail.mailbox_id = excluded.mailbox_id
              and received_mail.uid_validity <> excluded.uid_validity
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;

    ReceivedMails(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A mail that was handed in. */
    Kept add(InboxKey inbox, byte[] raw, MailIdentity identity) {
        return jdbc.sql(INSERT + " returning id")
                .paramSource(row(inbox, new PickedMail(raw, null, null), identity))
                .query(Long.class)
                .optional()
                .map(id -> new Kept(id, false))
                .orElseGet(() -> new Kept(known(inbox, identity), true));
    }

    /** Mails that were picked up. Of a mail that is too large it is the header that was kept. */
    void add(InboxKey inbox, List<PickedMail> mails) {
        batches.batchUpdate(
                INSERT,
                mails.stream()
                        .map(mail -> row(inbox, mail, MailDigest.of(mail.raw())))
                        .toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource row(InboxKey inbox, PickedMail mail, MailIdentity identity) {
        @Nullable Origin origin = mail.origin();
        @Nullable TooLarge tooLarge = mail.tooLarge();
        return new MapSqlParameterSource()
                .addValue("account", origin == null ? null : origin.account())
                .addValue("validity", origin == null ? null : origin.uidValidity())
                .addValue("uid", origin == null ? null : origin.uid())
                .addValue("inbox", inbox.value())
                .addValue("messageId", identity.messageId().value())
                .addValue("digest", HexFormat.of().parseHex(identity.digest()))
                .addValue("raw", mail.raw())
                .addValue("size", tooLarge == null ? null : tooLarge.size())
                .addValue("limit", tooLarge == null ? null : tooLarge.limit());
    }

    private long known(InboxKey inbox, MailIdentity identity) {
        return jdbc.sql(
                        """
                        select id from received_mail
                        where inbox_key = :inbox and digest = :digest and md5(message_id) = md5(:messageId)
                        union all
                        select id from forgotten_mail
                        where inbox_key = :inbox and digest = :digest and message_id_md5 = md5(:messageId)::uuid
                        limit 1
                        """)
                .param("inbox", inbox.value())
                .param("digest", HexFormat.of().parseHex(identity.digest()))
                .param("messageId", identity.messageId().value())
                .query(Long.class)
                .single();
    }
}
