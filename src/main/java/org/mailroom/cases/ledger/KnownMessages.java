package org.mailroom.cases.ledger;

import java.util.List;
import java.util.Optional;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.MessageId;
import org.mailroom.message.ThreadIndex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The messages of cases as a way to find a case: which has this one, or one like it, and who has a part in it. */
@Component
public class KnownMessages {

    private final JdbcClient jdbc;

    KnownMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The case with this message; the index is by hash, as an identifier may be longer than an index entry can be. */
    public Optional<CaseNumber> caseOf(MessageId id) {
        return jdbc.sql(
                        """
                        select case_number from message
                        where md5(message_id) = md5(:id) and message_id = :id
                        order by id desc limit 1
                        """)
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(CaseNumber::new);
    }

    /** The case with a mail that came in and has one of these ancestors; of several mails, the newest. */
    public Optional<CaseNumber> caseWithAncestor(List<MessageId> ancestors) {
        return ancestors.isEmpty()
                ? Optional.empty()
                : jdbc.sql(
                                """
                                select m.case_number
                                from message_ancestor a join message m on m.id = a.message_id
                                where a.ancestor = any (array(select md5(i)::uuid from unnest(:ancestors) i))
                                order by m.id desc limit 1
                                """)
                        .param(
                                "ancestors",
                                ancestors.stream().map(MessageId::value).toArray(String[]::new))
                        .query(String.class)
                        .optional()
                        .map(CaseNumber::new);
    }

    /** The case with a mail of this conversation; of several mails, the newest. */
    public Optional<CaseNumber> caseWithThread(ThreadIndex index) {
        return jdbc.sql("select case_number from message where thread_root = :root order by id desc limit 1")
                .param("root", index.root())
                .query(String.class)
                .optional()
                .map(CaseNumber::new);
    }

    /**
     * Whether the address is that of the requester, or stands in a mail of the case as author or recipient. Mails
     * of third parties give nobody a part; who had a part in a case that was merged into it has one in it too.
     */
    public boolean hasPart(CaseNumber number, EmailAddress address) {
        return jdbc.sql(
                        """
                        with recursive part as (
                            select number, requester_address from cases where number = :number
                            union
                            select c.number, c.requester_address from cases c join part on c.merged_into = part.number)
                        select exists (
                            select from part where lower(requester_address) = :address
                            union all
                            select from part
                            join message m on m.case_number = part.number and m.kind <> 'THIRD_PARTY',
                            unnest(m.from_address || m.to_addresses || m.cc_addresses) other
                            where lower(other) = :address)
                        """)
                .param("number", number.value())
                .param("address", address.key())
                .query(Boolean.class)
                .single();
    }
}
