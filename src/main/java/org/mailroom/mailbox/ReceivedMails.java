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

/** Each mail as it came, verbatim, once. */
@Component
class ReceivedMails {

    private static final String INSERT =
            """
            insert into received_mail (mailbox_id, uid_validity, uid, inbox_key, message_id, digest, raw,
                                       whole_size, size_limit)
            values (:account, :validity, :uid, :inbox, :messageId, :digest, :raw, :size, :limit)
            on conflict do nothing
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
        SqlParameterSource[] rows = mails.stream()
                .map(mail -> row(inbox, mail, MailDigest.of(mail.raw())))
                .toArray(SqlParameterSource[]::new);
        int[] added = batches.batchUpdate(INSERT, rows);
        for (int number = 0; number < added.length; number++) {
            if (added[number] == 0) {
                noteNewPlace(rows[number]);
            }
        }
    }

    /** The server has numbered its mail anew: a known mail has another number there now. */
    private void noteNewPlace(SqlParameterSource row) {
        batches.update(
                """
                update received_mail mail set uid_validity = :validity, uid = :uid
                where inbox_key = :inbox and digest = :digest and md5(message_id) = md5(:messageId)
                  and mailbox_id = :account and uid_validity <> :validity
                  and not exists (select from received_mail other
                                  where other.mailbox_id = :account and other.uid_validity = :validity and other.uid = :uid)
                """,
                row);
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
                        """)
                .param("inbox", inbox.value())
                .param("digest", HexFormat.of().parseHex(identity.digest()))
                .param("messageId", identity.messageId().value())
                .query(Long.class)
                .single();
    }
}
