package org.mailroom.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mailroom.access.tokens.ApiTokens;
import org.mailroom.access.tokens.Scope;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@MailroomTest
class RelayControllerTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    ApiTokens tokens;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void whatIsUnderstoodOfAMailIsToldAndNothingIsKept() throws Exception {
        long before = kept();
        mvc.perform(post("/api/mail/read")
                        .content(mail("The lamp is broken"))
                        .header("Authorization", bearer(Scope.READ)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.from.address").value("carla@customer.example"))
                .andExpect(jsonPath("$.from.name").value("Carla Customer"))
                .andExpect(jsonPath("$.to[0].address").value("support@mailroom.localhost"))
                .andExpect(jsonPath("$.subject").value("The lamp is broken"))
                .andExpect(jsonPath("$.date").value("2026-03-03T09:15:00Z"))
                .andExpect(jsonPath("$.in_reply_to[0]").value("first@customer.example"))
                .andExpect(jsonPath("$.new_text").value("Please mend it."))
                .andExpect(jsonPath("$.html").isEmpty())
                .andExpect(jsonPath("$.kind").value("normal"));
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void everybodyWhoWorksHereMayHaveAMailRead() throws Exception {
        mvc.perform(post("/api/mail/read").content(mail("Hello")).with(httpBasic("support-agent", "support-agent")))
                .andExpect(status().isOk());
    }

    @Test
    void garbageIsAnsweredWithWhatCouldBeRead() throws Exception {
        mvc.perform(post("/api/mail/read")
                        .content(new byte[] {0, 1, 2, (byte) 0xff})
                        .header("Authorization", bearer(Scope.READ)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.message_id").value(""))
                .andExpect(jsonPath("$.warnings").isNotEmpty());
    }

    @Test
    void anEmptyBodyIsRefusedWithAProblem() throws Exception {
        mvc.perform(post("/api/mail/read").header("Authorization", bearer(Scope.READ)))
                .andExpect(status().isBadRequest())
                .andExpect(header().string("Content-Type", "application/problem+json"))
                .andExpect(jsonPath("$.detail").value("The body is empty. It should be a mail (message/rfc822)."));
    }

    @Test
    void aMailOverTheLimitIsRefused() throws Exception {
        byte[] large = new byte[1_000_001];
        mvc.perform(post("/api/mail?inbox=support").content(large).header("Authorization", bearer(Scope.RELAY)))
                .andExpect(status().isPayloadTooLarge());
    }

    @Test
    void aMailThatIsHandedInIsKeptOnce() throws Exception {
        String token = bearer(Scope.RELAY);
        byte[] mail = mail("Kept " + UUID.randomUUID());
        String first = mvc.perform(handIn("support", mail, token))
                .andExpect(status().isAccepted())
                .andReturn()
                .getResponse()
                .getContentAsString();
        mvc.perform(handIn("support", mail, token)).andExpect(status().isOk()).andExpect(result -> assertThat(
                        result.getResponse().getContentAsString())
                .isEqualTo(first));
    }

    @Test
    void mailForAnInboxThatIsNotThereIsRefused() throws Exception {
        mvc.perform(handIn("nowhere", mail("Lost"), bearer(Scope.RELAY)))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.field").value("inbox"));
    }

    @Test
    void aTokenIsGoodForItsScopesAlone() throws Exception {
        String others = bearer(EnumSet.complementOf(EnumSet.of(Scope.RELAY)));
        mvc.perform(handIn("support", mail("No"), others)).andExpect(status().isForbidden());
        mvc.perform(handIn("support", mail("No"), "Bearer mailroom_made-up")).andExpect(status().isUnauthorized());
        mvc.perform(post("/api/mail?inbox=support").content(mail("No"))).andExpect(status().isUnauthorized());
        mvc.perform(post("/api/mail?inbox=support")
                        .content(mail("No"))
                        .with(httpBasic("support-agent", "support-agent")))
                .andExpect(status().isForbidden());
    }

    @Test
    void whoIsTurnedAwayIsToldWhyAsAProblem() throws Exception {
        for (String token : new String[] {"Bearer mailroom_made-up", ""}) {
            mvc.perform(handIn("support", mail("No"), token))
                    .andExpect(status().isUnauthorized())
                    .andExpect(header().exists("WWW-Authenticate"))
                    .andExpect(content().contentType("application/problem+json"))
                    .andExpect(jsonPath("$.status").value(401))
                    .andExpect(jsonPath("$.detail").isNotEmpty());
        }
        mvc.perform(handIn("support", mail("No"), bearer(Scope.READ)))
                .andExpect(status().isForbidden())
                .andExpect(header().string("WWW-Authenticate", startsWith("Bearer")))
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.status").value(403));
    }

    /** A container takes the body of a form apart as soon as somebody asks for a parameter; MockMvc has no container. */
    @Test
    void aMailThatWasSentAsAFormIsRefusedWithWhatToSendInstead() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/mail?inbox=support"))
                                .header("Authorization", bearer(Scope.RELAY))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofByteArray(mail("As a form")))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("The content type must be message/rfc822");
    }

    private static MockHttpServletRequestBuilder handIn(String inbox, byte[] mail, String token) {
        return post("/api/mail").queryParam("inbox", inbox).content(mail).header("Authorization", token);
    }

    private String bearer(Scope scope) {
        return bearer(Set.of(scope));
    }

    private String bearer(Set<Scope> scopes) {
        return "Bearer " + tokens.make("test " + UUID.randomUUID(), scopes, "admin", null);
    }

    private long kept() {
        return jdbc.sql("select count(*) from received_mail").query(Long.class).single();
    }

    private static byte[] mail(String subject) {
        return String.join(
                        "\r\n",
                        "From: Carla Customer <carla@customer.example>",
                        "To: support@mailroom.localhost",
                        "Subject: " + subject,
                        "Date: Tue, 3 Mar 2026 10:15:00 +0100",
                        "In-Reply-To: <first@customer.example>",
                        "",
                        "Please mend it.",
                        "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
