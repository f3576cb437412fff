package org.mailroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For whom a case is that somebody else's mail opens. */
@MailroomTest
class RequesterTests {

    @Autowired
    TestReception reception;

    @Autowired
    JdbcClient jdbc;

    private final String customer = CasePlay.newCustomer();

    @Test
    void aMailThatOneOfUsPassesOnOpensACaseForItsAuthorWithTheOthersWordsAsANote() {
        CaseNumber number = forwardedBy("Support-Agent@staff.localhost");

        assertThat(requester(number)).isEqualTo(customer);
        assertThat(reception.event(number, "NOTED", "note")).isEqualTo("He called me twice.");
        assertThat(reception.event(number, "NOTED", "actor")).isEqualTo("support-agent");
    }

    @Test
    void aMailThatAStrangerPassesOnIsTheStrangers() {
        String stranger = CasePlay.newCustomer();

        assertThat(requester(forwardedBy(stranger))).isEqualTo(stranger);
    }

    @Test
    void aMailWhoseSenderOurServerDoubtsIsNobodysOfOursAndSaysSo() {
        CaseNumber number = forwardedBy(
                "Support-Agent@staff.localhost",
                "Authentication-Results: mx.mailroom.localhost; spf=softfail; dmarc=fail header.from=staff.localhost");

        assertThat(requester(number)).isEqualTo("Support-Agent@staff.localhost");
        assertThat(warnings(number)).contains("Our mail server doubts the sender");
        assertThat(warnings(forwardedBy("support-agent@staff.localhost"))).isEmpty();
    }

    @Test
    void aFormFromATrustedGatewayOpensACaseForWhoeverFilledItIn() {
        CaseNumber number = TestReception.caseOf(reception.take(
                "From: Portal <noreply@idealista.com>",
                "To: support@mailroom.localhost",
                "Subject: Nuevo mensaje",
                "",
                "-----------------------------",
                "Mensaje: Me interesa el piso.",
                "Nombre: Carla Cliente",
                "Teléfono: 600 123 456",
                "Email: " + customer,
                "Referencia: " + UUID.randomUUID(),
                "-----------------------------"));

        assertThat(requester(number)).isEqualTo(customer);
    }

    @Test
    void aRedirectedMailIsItsAuthorsInTheInboxThatItWasSentOnTo() {
        CaseNumber number = TestReception.caseOf(reception.take(
                "Delivered-To: support@mailroom.localhost",
                "X-Forwarded-To: finance@mailroom.localhost",
                "X-Forwarded-For: info@firm.example finance@mailroom.localhost",
                "Delivered-To: info@firm.example",
                "From: Carla Customer <" + customer + ">",
                "To: info@firm.example",
                "Subject: The invoice " + UUID.randomUUID(),
                "",
                "Where is it?"));

        assertThat(requester(number)).isEqualTo(customer);
        assertThat(number.value()).startsWith("FIN-");
    }

    @Test
    void aMailThatAListSentUnderItsOwnAddressIsItsAuthors() {
        CaseNumber number = TestReception.caseOf(reception.take(
                "From: 'Carla Customer' via Lamps <lamps@lists.example>",
                "X-Original-From: Carla Customer <" + customer + ">",
                "Reply-To: lamps@lists.example",
                "List-Post: <mailto:lamps@lists.example>",
                "To: lamps@lists.example",
                "Subject: The lamp " + UUID.randomUUID(),
                "",
                "It is dark."));

        assertThat(requester(number)).isEqualTo(customer);
    }

    @Test
    void aMailThatAGroupSentUnderOurAddressIsNotOurs() {
        CaseNumber number = TestReception.caseOf(reception.take(
                "From: \"Carla Customer via Support\" <support@mailroom.localhost>",
                "Reply-To: " + customer,
                "To: support@mailroom.localhost",
                "Subject: The lamp " + UUID.randomUUID(),
                "",
                "It is dark."));

        assertThat(requester(number)).isEqualTo(customer);
        assertThat(jdbc.sql("select requester_name from cases where number = :number")
                        .param("number", number.value())
                        .query(String.class)
                        .single())
                .isEqualTo("Carla Customer");
    }

    private CaseNumber forwardedBy(String forwarder) {
        return forwardedBy(forwarder, "X-Nothing: 1");
    }

    private CaseNumber forwardedBy(String forwarder, String field) {
        return TestReception.caseOf(reception.take(
                field,
                "From: " + forwarder,
                "To: support@mailroom.localhost",
                "Subject: Fwd: The lamp",
                "",
                "He called me twice.",
                "",
                "---------- Forwarded message ---------",
                "From: Carla Customer <" + customer + ">",
                "Date: Tue, 3 Mar 2026 at 10:15",
                "Subject: The lamp",
                "To: <support-agent@staff.localhost>",
                "",
                "The lamp is dark."));
    }

    private String warnings(CaseNumber number) {
        return jdbc.sql(
                        "select array_to_string(warnings, ' ') from message where case_number = :number and direction = 'IN'")
                .param("number", number.value())
                .query(String.class)
                .single();
    }

    private String requester(CaseNumber number) {
        return jdbc.sql("select requester_address from cases where number = :number")
                .param("number", number.value())
                .query(String.class)
                .single();
    }
}
