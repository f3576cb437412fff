package org.mailroom.contact;

import java.util.List;
import java.util.Optional;
import org.mailroom.message.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All the people who write to us, found by any of their addresses, upper and lower case alike. */
@Component
public class Contacts {

    private final JdbcClient jdbc;

    Contacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Contact> find(EmailAddress address) {
        return jdbc.sql(
                        """
                        select contact.id, contact.name, contact.agent
                        from contact_address join contact on contact.id = contact_address.contact_id
                        where contact_address.address = :address
                        """)
                .param("address", address.key())
                .query(Contact.class)
                .optional();
    }

    /** The contact with this address; made now, once, also when two mails of a newcomer are taken in at the same time. */
    @Transactional
    public Contact findOrAdd(EmailAddress address) {
        lock(address);
        return find(address).orElseGet(() -> add(address));
    }

    /** Deletes those of them whom no case names and whom nobody gave to an agent. */
    public void deleteUnused(List<Long> contacts) {
        List<Long> unused = contacts.isEmpty()
                ? List.of()
                : jdbc.sql(
                                """
                                select id from contact
                                where id in (:contacts) and agent is null
                                  and not exists (select from cases where contact_id = contact.id)
                                for update
                                """)
                        .param("contacts", contacts)
                        .query(Long.class)
                        .list();
        if (!unused.isEmpty()) {
            jdbc.sql("delete from contact_address where contact_id in (:contacts)")
                    .param("contacts", unused)
                    .update();
            jdbc.sql("delete from contact where id in (:contacts)")
                    .param("contacts", unused)
                    .update();
        }
    }

    /** Held to the end of the transaction, so that a second node waits for the first one's contact instead of its own. */
    private void lock(EmailAddress address) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:address, 0))")
                .param("address", "contact " + address.key())
                .query()
                .singleRow();
    }

    private Contact add(EmailAddress address) {
        Contact added = jdbc.sql("insert into contact (name) values (:name) returning id, name, agent")
                .param("name", address.name())
                .query(Contact.class)
                .single();
        jdbc.sql("insert into contact_address (address, contact_id) values (:address, :contact)")
                .param("address", address.key())
                .param("contact", added.id())
                .update();
        return added;
    }
}
