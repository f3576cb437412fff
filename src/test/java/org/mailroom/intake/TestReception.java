package org.mailroom.intake;

import java.util.List;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.mailroom.mailbox.FrontDoor;
import org.mailroom.message.MessageId;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands mails to the real reception, one at a time. */
@TestComponent
public class TestReception {

    private static final InboxKey SUPPORT = new InboxKey("support");

    private final Intake intake;
    private final FrontDoor door;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    TestReception(Intake intake, FrontDoor door, JdbcClient jdbc, TransactionTemplate transaction) {
        this.intake = intake;
        this.door = door;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** The mail lies in the log, where no worker takes it, and was taken in. */
    Taken take(String... lines) {
        byte[] raw = Eml.of(lines);
        long id = door.keep(SUPPORT, raw).id();
        jdbc.sql("update received_mail set state = 'DELIVERED' where id = :id")
                .param("id", id)
                .update();
        Received received = new Received(id, SUPPORT, new MessageId(messageId(id)), raw);
        return transaction.execute(status -> intake.take(intake.understand(received)));
    }

    static CaseNumber caseOf(Taken taken) {
        if (taken.verdict() instanceof Verdict.NewCase opened) {
            return opened.number();
        }
        return ((Verdict.FollowUp) taken.verdict()).number();
    }

    /** A column of the first event of this kind on the timeline of the case. */
    String event(CaseNumber number, String kind, String column) {
        return jdbc.sql("select " + column
                        + " from case_event where case_number = :number and kind = :kind order by id limit 1")
                .param("number", number.value())
                .param("kind", kind)
                .query(String.class)
                .single();
    }

    /** What the messages of the case are in it, oldest first. */
    List<String> kinds(CaseNumber number) {
        return jdbc.sql("select kind from message where case_number = :number order by id")
                .param("number", number.value())
                .query(String.class)
                .list();
    }

    private String messageId(long received) {
        return jdbc.sql("select message_id from received_mail where id = :id")
                .param("id", received)
                .query(String.class)
                .single();
    }
}
