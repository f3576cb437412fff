package org.mailroom.cases;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.NeverCopied;
import org.mailroom.message.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who gets a copy of a reply: by default whoever was in the last mail between the customer and us. */
@Component
class Copies {

    static final int MOST = 48;

    private static final Pattern NOBODY = Pattern.compile(
            "(.*[._-])?(no-?_?reply|do-?_?not-?_?reply|mailer-daemon|postmaster|bounces?|abuse|nobody)([._+-].*)?@.*");

    private final JdbcClient jdbc;
    private final NeverCopied neverCopied;

    Copies(JdbcClient jdbc, NeverCopied neverCopied) {
        this.jdbc = jdbc;
        this.neverCopied = neverCopied;
    }

    /** Of a mail of the customer its other recipients, and its author where he is not the requester; of ours its copies. */
    List<EmailAddress> usual(CaseNumber number, EmailAddress requester) {
        List<EmailAddress> others = jdbc
                .sql(
                        """
                        select other
                        from (select * from message
                              where case_number = :number and kind in ('CUSTOMER', 'REPLY')
                              order by at desc, id desc limit 1) last,
                             unnest(case last.direction
                                    when 'IN' then last.from_address || last.to_addresses || last.cc_addresses
                                    else last.cc_addresses end) with ordinality as addressed (other, place)
                        where other like '%@%'
                        order by place
                        """)
                .param("number", number.value())
                .query(String.class)
                .list()
                .stream()
                .map(EmailAddress::of)
                .filter(address -> !NOBODY.matcher(address.key()).matches())
                .toList();
        return allowed(others, requester);
    }

    /** Those who may get a copy, each once, and not whoever gets the reply. */
    List<EmailAddress> allowed(List<EmailAddress> wanted, EmailAddress requester) {
        Stream<String> keys = wanted.stream().map(EmailAddress::key).distinct();
        return neverCopied.allowed(keys.filter(key -> !key.equals(requester.key()))
                .map(key -> first(wanted, key))
                .limit(MOST)
                .toList());
    }

    private static EmailAddress first(List<EmailAddress> wanted, String key) {
        return wanted.stream()
                .filter(address -> address.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
