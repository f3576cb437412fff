package org.mailroom.inbox;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.mailroom.message.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom no mail of any inbox goes to as a copy: the inboxes themselves, and addresses that admins listed, such as aliases of
 * inboxes and gateways of forms. A copy there would come back as a mail of its own.
 */
@Component
public class NeverCopied {

    private final JdbcClient jdbc;

    NeverCopied(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What admins listed, in lower case, in order. */
    public List<String> listed() {
        return jdbc.sql("select address from never_copied order by address")
                .query(String.class)
                .list();
    }

    /** Puts these addresses in the place of all that were listed. */
    @Transactional
    public void list(Collection<String> addresses) {
        jdbc.sql("delete from never_copied").update();
        addresses.stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .distinct()
                .forEach(address -> jdbc.sql("insert into never_copied (address) values (:address)")
                        .param("address", address)
                        .update());
    }

    /** Those of the addresses that may get a copy. */
    public List<EmailAddress> allowed(List<EmailAddress> wanted) {
        if (wanted.isEmpty()) {
            return wanted;
        }
        Set<String> never = new TreeSet<>(jdbc.sql("select address from never_copied union select address from inbox")
                .query(String.class)
                .list());
        return wanted.stream().filter(address -> !never.contains(address.key())).toList();
    }
}
