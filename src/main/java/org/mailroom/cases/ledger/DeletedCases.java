package org.mailroom.cases.ledger;

import java.util.List;
import org.mailroom.contact.Contacts;
import org.mailroom.inbox.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes cases out of the ledger, with their messages, files and events, and the contacts that nobody else refers to. */
@Component
public class DeletedCases {

    private final JdbcClient jdbc;
    private final Contacts contacts;

    DeletedCases(JdbcClient jdbc, Contacts contacts) {
        this.jdbc = jdbc;
        this.contacts = contacts;
    }

    public List<String> processesOf(List<CaseNumber> numbers) {
        return sql(
                        "select process_instance_id from cases where number in (:numbers) and process_instance_id is not null",
                        numbers)
                .query(String.class)
                .list();
    }

    public void delete(List<CaseNumber> numbers) {
        List<Long> people = sql(
                        "select distinct contact_id from cases where number in (:numbers) and contact_id is not null",
                        numbers)
                .query(Long.class)
                .list();
        deleteFiles(numbers);
        sql(
                        """
                        delete from message_ancestor
                        where message_id in (select id from message where case_number in (:numbers))
                        """,
                        numbers)
                .update();
        sql("delete from message where case_number in (:numbers)", numbers).update();
        sql("delete from finding where case_number in (:numbers)", numbers).update();
        sql("delete from case_event where case_number in (:numbers)", numbers).update();
        sql("update cases set continues = null where continues in (:numbers)", numbers)
                .update();
        sql("delete from cases where number in (:numbers)", numbers).update();
        contacts.deleteUnused(people);
    }

    /** A file is kept once, however many messages have it: it goes with the last of them. */
    private void deleteFiles(List<CaseNumber> numbers) {
        List<byte[]> files = sql(
                        """
                        delete from attachment
                        where message_id in (select id from message where case_number in (:numbers))
                        returning sha256
                        """,
                        numbers)
                .query(byte[].class)
                .list();
        jdbc.sql(
                        """
                        delete from content c
                        where sha256 = any (:files) and not exists (select from attachment a where a.sha256 = c.sha256)
                        """)
                .param("files", files.toArray(byte[][]::new))
                .update();
    }

    private JdbcClient.StatementSpec sql(String sql, List<CaseNumber> numbers) {
        return jdbc.sql(sql)
                .param("numbers", numbers.stream().map(CaseNumber::value).toList());
    }
}
