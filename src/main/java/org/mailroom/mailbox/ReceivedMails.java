package org.mailroom.mailbox;

import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.InboxKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each mail as it came, verbatim, once. */
@Component
class ReceivedMails {

    private final JdbcClient jdbc;

    ReceivedMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param origin null where it was not picked up from a server */
    Kept add(InboxKey inbox, PickedMail mail, MailIdentity identity, @Nullable Origin origin) {
        return insert(inbox, mail, identity, origin)
                .map(id -> new Kept(id, false))
                .orElseGet(() -> new Kept(known(inbox, identity, origin), true));
    }

    /** Of a mail that is too large it is the header that was kept. */
    private Optional<Long> insert(InboxKey inbox, PickedMail mail, MailIdentity identity, @Nullable Origin origin) {
        return jdbc.sql(
                        """
                        insert into received_mail (mailbox_id, uid_validity, uid, inbox_key, message_id, digest, raw,
                                                   whole_size, size_limit)
                        values (:account, :validity, :uid, :inbox, :messageId, :digest, :raw, :size, :limit)
                        on conflict do nothing
                        returning id
                        """)
                .param("account", origin == null ? null : origin.account())
                .param("validity", origin == null ? null : origin.uidValidity())
                .param("uid", origin == null ? null : origin.uid())
                .param("inbox", inbox.value())
                .param("messageId", identity.messageId().value())
                .param("digest", HexFormat.of().parseHex(identity.digest()))
                .param("raw", mail.raw())
                .param("size", mail.tooLarge() == null ? null : mail.tooLarge().size())
                .param("limit", mail.tooLarge() == null ? null : mail.tooLarge().limit())
                .query(Long.class)
                .optional();
    }

    private long known(InboxKey inbox, MailIdentity identity, @Nullable Origin origin) {
        return jdbc.sql(
                        """
                        select id from received_mail
                        where inbox_key = :inbox and digest = :digest and md5(message_id) = md5(:messageId)
                        union all
                        select id from received_mail
                        where mailbox_id = :account and uid_validity = :validity and uid = :uid
                        limit 1
                        """)
                .param("inbox", inbox.value())
                .param("digest", HexFormat.of().parseHex(identity.digest()))
                .param("messageId", identity.messageId().value())
                .param("account", origin == null ? -1 : origin.account())
                .param("validity", origin == null ? -1 : origin.uidValidity())
                .param("uid", origin == null ? -1 : origin.uid())
                .query(Long.class)
                .single();
    }
}
