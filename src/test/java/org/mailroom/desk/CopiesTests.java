package org.mailroom.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.NeverCopied;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.Message;
import org.mailroom.message.MessageId;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Who gets a copy of an agent's reply. */
@MailroomTest
class CopiesTests {

    private static final String ANNA = "Anna@customer.example";
    private static final String BEN = "ben@customer.example";
    private static final String OURS = "finance@mailroom.localhost";
    private static final String ALIAS = "alias@mailroom.localhost";

    @Autowired
    MockMvc mvc;

    @Autowired
    CasePlay play;

    @Autowired
    NeverCopied neverCopied;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void nobodyIsListed() {
        neverCopied.list(List.of());
    }

    @Test
    void whoeverTheCustomerWroteToIsOfferedAndTicked() throws Exception {
        CaseNumber number = opened(ANNA, BEN);

        assertThat(ticked(page(number))).containsExactly(ANNA, BEN);
    }

    @Test
    void ourInboxesListedAddressesAndWhoNeverReadsAreNotOffered() throws Exception {
        neverCopied.list(List.of("ALIAS@mailroom.localhost"));

        CaseNumber number = opened(OURS, "alias@MAILROOM.localhost", "no-reply@customer.example", ANNA);

        assertThat(ticked(page(number))).containsExactly(ANNA);
    }

    @Test
    void theReplyGoesInCopyToWhoIsTickedAndToWhoWasAdded() throws Exception {
        CaseNumber number = opened(ANNA, BEN);

        reply(number, "carl@partner.example; dora@partner.example", ANNA).andExpect(status().is3xxRedirection());

        assertThat(recipients(number))
                .containsExactly(
                        play.column(number, "requester_address").toString(),
                        ANNA,
                        "carl@partner.example",
                        "dora@partner.example");
        assertThat(copyField(number)).contains(ANNA, "carl@partner.example").doesNotContain(BEN);
        assertThat(page(number).select(".mail.out .route").text()).contains("copy to " + ANNA);
    }

    @Test
    void whereNobodyIsTickedNobodyGetsACopy() throws Exception {
        CaseNumber number = opened(ANNA);

        reply(number, "").andExpect(status().is3xxRedirection());

        assertThat(recipients(number)).hasSize(1);
        assertThat(ticked(page(number))).isEmpty();
    }

    @Test
    void noMailGoesInCopyToOneOfOurInboxesOrAListedAddressWhoeverTypesIt() throws Exception {
        CaseNumber number = opened(ANNA);
        neverCopied.list(List.of(ALIAS));

        reply(number, OURS + ", " + ALIAS.toUpperCase(Locale.ROOT), ANNA).andExpect(status().is3xxRedirection());

        assertThat(recipients(number)).hasSize(2).contains(ANNA);
        assertThat(copyField(number)).doesNotContain(OURS).doesNotContainIgnoringCase(ALIAS);
    }

    @Test
    void theCustomerGetsNoCopyOfWhatHeGets() throws Exception {
        CaseNumber number = opened(ANNA);
        String customer = play.column(number, "requester_address").toString();

        reply(number, customer.toUpperCase(Locale.ROOT)).andExpect(status().is3xxRedirection());

        assertThat(recipients(number)).containsExactly(customer);
    }

    @Test
    void whatTheAgentChoseIsOfferedTheNextTime() throws Exception {
        CaseNumber number = opened(ANNA, BEN);

        reply(number, "carl@partner.example", BEN).andExpect(status().is3xxRedirection());

        assertThat(ticked(page(number))).containsExactly(BEN, "carl@partner.example");
    }

    @Test
    void whatIsNoAddressIsSaidAndWhatWasChosenStays() throws Exception {
        CaseNumber number = opened(ANNA, BEN);

        Document again = Pages.of(reply(number, "carl at partner", BEN)
                .andExpect(status().isUnprocessableEntity())
                .andReturn());

        assertThat(again.selectFirst("#reply .copies .field-error").text()).startsWith("Please enter e-mail addresses");
        assertThat(again.selectFirst("#reply-further").val()).isEqualTo("carl at partner");
        assertThat(ticked(again)).containsExactly(BEN);
        assertThat(jdbc.sql("select count(*) from outgoing_mail where case_number = :number and cause like 'reply:%'")
                        .param("number", number.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private CaseNumber opened(String... copies) {
        CaseNumber number = play.arrived(mail(copies), true);
        play.runJobs(number);
        return number;
    }

    private static Message mail(String... copies) {
        return new Message(
                new MessageId(UUID.randomUUID() + "@example.com"),
                EmailAddress.of(CasePlay.newCustomer()),
                List.of(),
                List.of(EmailAddress.of("support@mailroom.localhost")),
                Arrays.stream(copies).map(EmailAddress::of).toList(),
                "The lamp",
                Instant.now(),
                null,
                List.of(),
                null,
                "It is dark.",
                null,
                "It is dark.",
                List.of(),
                List.of());
    }

    private ResultActions reply(CaseNumber number, String further, String... ticked) throws Exception {
        return mvc.perform(post("/cases/" + number + "/reply")
                .param("text", "Is it switched on?")
                .param(
                        "copies",
                        Stream.concat(Stream.of(""), Arrays.stream(ticked)).toArray(String[]::new))
                .param("further", further)
                .locale(Locale.ENGLISH)
                .with(Logins.support())
                .with(csrf()));
    }

    private Document page(CaseNumber number) throws Exception {
        return Pages.of(
                mvc.perform(get("/cases/" + number).locale(Locale.ENGLISH).with(Logins.support()))
                        .andReturn());
    }

    private static List<String> ticked(Document page) {
        return page.select("#reply input[name=copies][checked]").stream()
                .map(Element::val)
                .toList();
    }

    private List<String> recipients(CaseNumber number) {
        return List.of((String[]) sent(number, "recipients"));
    }

    private String copyField(CaseNumber number) {
        String head = sent(number, "split_part(convert_from(raw, 'UTF8'), E'\\r\\n\\r\\n', 1)")
                .toString();
        return head.replaceAll("\r\n[ \t]+", " ")
                .lines()
                .filter(line -> line.startsWith("Cc:"))
                .findFirst()
                .orElse("");
    }

    private Object sent(CaseNumber number, String what) {
        return jdbc.sql(
                        "select " + what
                                + " as it from outgoing_mail where case_number = :number and cause like 'reply:%' order by id desc limit 1")
                .param("number", number.value())
                .query((row, index) ->
                        what.equals("recipients") ? row.getArray("it").getArray() : row.getString("it"))
                .single();
    }
}
