package org.mailroom.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.access.tokens.ApiTokens;
import org.mailroom.access.tokens.Scope;
import org.mailroom.mailserver.Login;
import org.mailroom.outbox.OutgoingAccounts;
import org.mailroom.testing.MailroomTest;
import org.mailroom.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@MailroomTest
class OutgoingAccountControllerTests {

    private static final String ACCOUNTS = "/api/outgoing-accounts";

    @Autowired
    MockMvc mvc;

    @Autowired
    OutgoingAccounts accounts;

    @Autowired
    ApiTokens tokens;

    @AfterEach
    void takeAllAway() {
        accounts.all().forEach(account -> accounts.remove(account.id()));
    }

    @Test
    void anAccountIsAddedWithWhatIsUsual() throws Exception {
        add("\"name\": \"Usual\", \"host\": \"smtp.example.org\"")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.port").value(587))
                .andExpect(jsonPath("$.security").value("starttls"))
                .andExpect(jsonPath("$.connections").value(3))
                .andExpect(jsonPath("$.mails_per_minute").value(0))
                .andExpect(jsonPath("$.inboxes.length()").value(0))
                .andExpect(jsonPath("$.trouble").isEmpty());
    }

    @Test
    void itsSecretsAreNeverToldAndStayWhereTheyAreLeftOut() throws Exception {
        long id = id(
                add("\"name\": \"Secret\", \"host\": \"smtp.example.org\", \"username\": \"u\", \"password\": \"p\""));

        send(put(ACCOUNTS + "/" + id), "\"name\": \"Secret\", \"host\": \"smtp.example.org\", \"username\": \"u\"")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.host").value("smtp.example.org"))
                .andExpect(jsonPath("$.username").value("u"))
                .andExpect(jsonPath("$.password").doesNotExist());

        assertThat(accounts.get(id).login()).isEqualTo(new Login.Password("u", "p"));
    }

    @Test
    void aStoredSecretGoesToNoOtherServer() throws Exception {
        long id = id(add(
                "\"name\": \"Moved\", \"host\": \"smtp.example.org\", \"username\": \"u\", " + "\"password\": \"p\""));
        String path = ACCOUNTS + "/" + id;

        send(put(path), "\"name\": \"Moved\", \"host\": \"evil.example\", \"username\": \"u\"")
                .andExpect(refused("password"))
                .andExpect(jsonPath("$.detail", containsString("Enter the password again")));
        send(put(path), "\"name\": \"Moved\", \"host\": \"smtp.example.org\", \"port\": 26, \"username\": \"u\"")
                .andExpect(refused("password"));
        send(
                        put(path),
                        "\"name\": \"Moved\", \"host\": \"smtp.example.org\", \"port\": 587, "
                                + "\"security\": \"none\", \"username\": \"u\"")
                .andExpect(refused("password"));
        send(put(path), "\"name\": \"Moved\", \"host\": \"smtp.example.org\", \"username\": \"other\"")
                .andExpect(refused("password"));

        assertThat(accounts.get(id).server().host()).isEqualTo("smtp.example.org");
    }

    @Test
    void anInboxHasOneAccount() throws Exception {
        long first = id(add("\"name\": \"First\", \"host\": \"a.example\", \"inboxes\": [\"support\", \"finance\"]"));
        add("\"name\": \"Second\", \"host\": \"b.example\", \"inboxes\": [\"finance\"]")
                .andExpect(jsonPath("$.inboxes[0]").value("finance"));

        mvc.perform(get(ACCOUNTS + "/" + first).with(httpBasic("admin", "admin")))
                .andExpect(jsonPath("$.inboxes.length()").value(1))
                .andExpect(jsonPath("$.inboxes[0]").value("support"));
    }

    @Test
    void whatIsWrongIsSaidWithItsField() throws Exception {
        add("\"host\": \"smtp.example.org\"").andExpect(refused("name"));
        add("\"name\": \"n\"").andExpect(refused("host"));
        add("\"name\": \"n\", \"host\": \"h\", \"port\": 0").andExpect(refused("port"));
        add("\"name\": \"n\", \"host\": \"h\", \"security\": \"ssl\"").andExpect(refused("security"));
        add("\"name\": \"n\", \"host\": \"h\", \"connections\": 0").andExpect(refused("connections"));
        add("\"name\": \"n\", \"host\": \"h\", \"mails_per_minute\": -1").andExpect(refused("mails_per_minute"));
        add("\"name\": \"n\", \"host\": \"h\", \"username\": \"u\"").andExpect(refused("password"));
        add("\"name\": \"n\", \"host\": \"h\", \"inboxes\": [\"nowhere\"]").andExpect(refused("inboxes"));
    }

    @Test
    void aNameIsTakenOnce() throws Exception {
        add("\"name\": \"Taken\", \"host\": \"h\"");

        add("\"name\": \"Taken\", \"host\": \"h\"")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.field").value("name"));
    }

    @Test
    void anAccountIsTakenAway() throws Exception {
        long id = id(add("\"name\": \"Away\", \"host\": \"h\", \"inboxes\": [\"support\"]"));

        mvc.perform(delete(ACCOUNTS + "/" + id).with(httpBasic("admin", "admin")))
                .andExpect(status().isNoContent());
        mvc.perform(get(ACCOUNTS + "/" + id).with(httpBasic("admin", "admin"))).andExpect(status().isNotFound());
        mvc.perform(delete(ACCOUNTS + "/" + id).with(httpBasic("admin", "admin")))
                .andExpect(status().isNotFound());
    }

    @Test
    void anAccountIsTriedOutBeforeAndAfterItIsAdded() throws Exception {
        int port = RealParts.mailServer().getSmtp().getPort();
        String good = "\"name\": \"Good\", \"host\": \"127.0.0.1\", \"security\": \"none\", \"port\": " + port;

        send(post(ACCOUNTS + "/test"), good).andExpect(jsonPath("$.works").value(true));
        long id = id(add("\"name\": \"Bad\", \"host\": \"127.0.0.1\", \"security\": \"none\", \"port\": 1"));
        mvc.perform(post(ACCOUNTS + "/" + id + "/test").with(httpBasic("admin", "admin")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.works").value(false))
                .andExpect(jsonPath("$.kind").value("unreachable"))
                .andExpect(jsonPath("$.trouble").isNotEmpty());
    }

    @Test
    void onlyAdminsAndTokensThatMaySetUpSeeAccounts() throws Exception {
        mvc.perform(get(ACCOUNTS).with(httpBasic("supervisor", "supervisor"))).andExpect(status().isForbidden());
        mvc.perform(get(ACCOUNTS).header("Authorization", token(Scope.READ))).andExpect(status().isForbidden());
        mvc.perform(get(ACCOUNTS).header("Authorization", token(Scope.SETUP))).andExpect(status().isOk());
    }

    private String token(Scope scope) {
        return "Bearer " + tokens.make("accounts " + UUID.randomUUID(), Set.of(scope), "admin", null);
    }

    private ResultActions add(String fields) throws Exception {
        return send(post(ACCOUNTS), fields);
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String fields) throws Exception {
        return mvc.perform(request.with(httpBasic("admin", "admin"))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{" + fields + "}"));
    }

    private static long id(ResultActions added) throws Exception {
        String answer =
                added.andExpect(status().isCreated()).andReturn().getResponse().getContentAsString();
        return new ObjectMapper().readTree(answer).get("id").asLong();
    }

    private static ResultMatcher refused(String field) {
        return result -> {
            status().isBadRequest().match(result);
            jsonPath("$.field").value(field).match(result);
        };
    }
}
