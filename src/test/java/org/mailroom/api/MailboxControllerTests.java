package org.mailroom.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.mailbox.MailboxAccounts;
import org.mailroom.mailserver.Login.OAuth;
import org.mailroom.mailserver.Login.Password;
import org.mailroom.testing.MailroomTest;
import org.mailroom.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@MailroomTest
class MailboxControllerTests {

    private static final String MAILBOXES = "/api/mailboxes";

    @Autowired
    MockMvc mvc;

    @Autowired
    MailboxAccounts accounts;

    @Autowired
    JdbcClient jdbc;

    private final ObjectMapper json = new ObjectMapper();
    private final String name = "api-" + UUID.randomUUID();
    private final ObjectNode body = json.createObjectNode();

    @BeforeEach
    void aMailbox() {
        jdbc.sql(
                        """
                        insert into inbox (key, name, address, case_prefix)
                        values ('support', 'Support', 'support@mailroom.localhost', 'SUP') on conflict do nothing
                        """)
                .update();
        body.put("name", name)
                .put("inbox", "support")
                .put("host", "127.0.0.1")
                .put("port", RealParts.mailServer().getImap().getPort())
                .put("security", "none")
                .put("username", name + "@mailroom.localhost")
                .put("password", "hush");
    }

    @AfterEach
    void forget() {
        accounts.all().stream()
                .filter(mailbox -> mailbox.name().startsWith(name))
                .forEach(mailbox -> accounts.remove(mailbox.id()));
    }

    @Test
    void aMailboxIsAddedAndListedWithoutItsSecrets() throws Exception {
        String answer = say(post(MAILBOXES))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.protocol").value("imap"))
                .andExpect(jsonPath("$.folder").value("INBOX"))
                .andExpect(jsonPath("$.afterwards").value("flag"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(answer).doesNotContain("hush", "password");
        mvc.perform(get(MAILBOXES).with(admin())).andExpect(jsonPath("$.mailboxes[*].name", hasItem(name)));
    }

    @Test
    void aSecretThatIsLeftOutStays() throws Exception {
        long id = added();
        body.remove("password");
        body.put("folder", "Post").put("afterwards", "move").put("move_to", "Done");

        say(put(MAILBOXES + "/" + id))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.move_to").value("Done"));

        assertThat(accounts.get(id).login()).isEqualTo(new Password(name + "@mailroom.localhost", "hush"));
    }

    @ParameterizedTest
    @CsvSource({
        "host,     evil.example",
        "port,     9",
        "proxy,    socks://evil.example:1080",
        "username, somebody@mailroom.localhost",
    })
    void aStoredPasswordIsUsedOnlyAtThePlaceForWhichItWasEntered(String field, String value) throws Exception {
        long id = added();
        body.remove("password");
        body.put(field, value);

        say(put(MAILBOXES + "/" + id))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("password"))
                .andExpect(jsonPath("$.detail", containsString("Enter the password again")));
        body.put("password", "entered again");
        say(put(MAILBOXES + "/" + id)).andExpect(status().isOk());
    }

    @Test
    void aStoredPasswordIsNotShownOverAWeakerConnection() throws Exception {
        body.put("security", "tls");
        long id = added();
        body.remove("password");
        body.put("security", "starttls");

        say(put(MAILBOXES + "/" + id))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("less protected")));
    }

    @Test
    void storedSecretsOfAClientGoToNoOtherServiceAndTheirTokensToNoOtherServer() throws Exception {
        body.remove("password");
        var oauth = body.putObject("oauth")
                .put("token_endpoint", "https://sign-in.example.org/token")
                .put("client_id", "mailroom")
                .put("client_secret", "hush");
        long id = added();
        oauth.remove("client_secret");
        say(put(MAILBOXES + "/" + id)).andExpect(status().isOk());

        oauth.put("token_endpoint", "https://evil.example/token");
        say(put(MAILBOXES + "/" + id))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("oauth.client_secret"));
        body.remove("oauth");
        body.put("host", "evil.example");
        say(put(MAILBOXES + "/" + id))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("password"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1@evil.example/",
                "http://127.0.0.1.evil.example/",
                "http://sign-in.example.org/token",
                "https://user@sign-in.example.org/token",
                "https://sign-in.example.org/token#part",
                "https:sign-in",
                "https://",
                "file:///etc/passwd",
            })
    void aTokenEndpointIsAnHttpsAddress(String endpoint) throws Exception {
        body.remove("password");
        body.putObject("oauth").put("token_endpoint", endpoint).put("client_id", "mailroom");

        say(post(MAILBOXES))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("oauth.token_endpoint"));
    }

    @Test
    void aMailboxMayBeOpenedByTokens() throws Exception {
        body.remove("password");
        body.putObject("oauth")
                .put("token_endpoint", "https://sign-in.example.org/token")
                .put("client_id", "mailroom")
                .put("client_secret", "hush");
        long id = added();

        assertThat(accounts.get(id).login())
                .isEqualTo(new OAuth(
                        name + "@mailroom.localhost",
                        "https://sign-in.example.org/token",
                        "mailroom",
                        "hush",
                        "",
                        null));
    }

    @Test
    void whatIsWrongIsSaidWithItsField() throws Exception {
        refused("host", "", "It is missing");
        refused("inbox", "nowhere", "no such inbox");
        refused("port", "70000", "1 to 65535");
        refused("security", "ssl", "none, starttls, tls");
        refused("proxy", "proxy", "http://name:port");
        refused("password", "", "It is missing");
        refused("afterwards", "move", "Name the folder");
        body.put("protocol", "pop3");
        refused("afterwards", "flag", "Over POP3");
    }

    @Test
    void aNameThatIsTakenIsAConflict() throws Exception {
        added();

        say(post(MAILBOXES))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.field").value("name"));
    }

    @Test
    void aMailboxIsTriedOutBeforeItIsAddedAndAfterwards() throws Exception {
        say(post(MAILBOXES + "/test"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.works").value(true))
                .andExpect(jsonPath("$.mails").value(0));
        body.put("folder", "Nowhere");
        long id = added();
        mvc.perform(post(MAILBOXES + "/" + id + "/test").with(admin()))
                .andExpect(jsonPath("$.works").value(false))
                .andExpect(jsonPath("$.kind").value("no_folder"))
                .andExpect(jsonPath("$.trouble", containsString("has no folder Nowhere")));
    }

    @Test
    void aMailboxIsPausedResumedAndTakenAway() throws Exception {
        long id = added();
        mvc.perform(post(MAILBOXES + "/" + id + "/pause").with(admin()))
                .andExpect(jsonPath("$.paused").value(true));
        mvc.perform(post(MAILBOXES + "/" + id + "/resume").with(admin()))
                .andExpect(jsonPath("$.paused").value(false));
        mvc.perform(delete(MAILBOXES + "/" + id).with(admin())).andExpect(status().isNoContent());
        mvc.perform(get(MAILBOXES + "/" + id).with(admin())).andExpect(status().isNotFound());
        mvc.perform(delete(MAILBOXES + "/" + id).with(admin())).andExpect(status().isNotFound());
    }

    @Test
    void onlyAdminsAndTokensForItSetUpMailboxes() throws Exception {
        mvc.perform(get(MAILBOXES)).andExpect(status().isUnauthorized());
        mvc.perform(get(MAILBOXES).with(httpBasic("supervisor", "supervisor"))).andExpect(status().isForbidden());
    }

    private long added() throws Exception {
        String answer = say(post(MAILBOXES))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return json.readTree(answer).get("id").asLong();
    }

    private void refused(String field, String value, String detail) throws Exception {
        String before = body.path(field).asText(null);
        body.put(field, value);
        say(post(MAILBOXES))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value(field))
                .andExpect(jsonPath("$.detail", containsString(detail)));
        body.put(field, before);
    }

    private ResultActions say(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.contentType(MediaType.APPLICATION_JSON)
                .content(body.toString())
                .with(admin()));
    }

    private static RequestPostProcessor admin() {
        return httpBasic("admin", "admin");
    }
}
