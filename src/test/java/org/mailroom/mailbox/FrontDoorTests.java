package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.intake.Eml;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MailroomTest
class FrontDoorTests {

    @Autowired
    private FrontDoor frontDoor;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void inboxes() {
        TwoInboxes.addIfMissing(jdbc);
    }

    @AfterEach
    void leaveNothingToOthers() {
        TwoInboxes.forgetWaitingMail(jdbc);
    }

    @Test
    void aMailIsKeptByteForByte() {
        byte[] raw = Eml.file("garbage");

        long id = frontDoor.keep(TwoInboxes.SUPPORT, raw).id();

        assertThat(jdbc.sql("select raw from received_mail where id = :id")
                        .param("id", id)
                        .query(byte[].class)
                        .single())
                .isEqualTo(raw);
    }

    @Test
    void aMailThatComesTwiceIsKeptOnce() {
        Kept first = frontDoor.keep(TwoInboxes.SUPPORT, Eml.of("Received: one", "Message-ID: <door-1@x>", "", "Hi"));
        Kept second = frontDoor.keep(TwoInboxes.SUPPORT, Eml.of("Received: two", "Message-ID: <door-1@x>", "", "Hi"));

        assertThat(first.known()).isFalse();
        assertThat(second).isEqualTo(new Kept(first.id(), true));
    }

    @Test
    void anotherMailUnderTheSameMessageIdIsKeptToo() {
        frontDoor.keep(TwoInboxes.SUPPORT, Eml.of("Message-ID: <door-2@x>", "", "Hi"));

        assertThat(frontDoor
                        .keep(TwoInboxes.SUPPORT, Eml.of("Message-ID: <door-2@x>", "", "Ho"))
                        .known())
                .isFalse();
    }

    @Test
    void eachInboxGetsItsOwnCopy() {
        frontDoor.keep(TwoInboxes.SUPPORT, Eml.of("Message-ID: <door-3@x>", "", "Hi"));

        assertThat(frontDoor
                        .keep(TwoInboxes.FINANCE, Eml.of("Message-ID: <door-3@x>", "", "Hi"))
                        .known())
                .isFalse();
    }
}
