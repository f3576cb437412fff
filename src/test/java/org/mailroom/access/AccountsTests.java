package org.mailroom.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.access.Visitor.basic;

import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.engine.People;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people may do to accounts, over the engine's REST interface and in its web applications. */
@MailroomTest
@ExtendWith(OutputCaptureExtension.class)
class AccountsTests {

    private static final String USERS = "/engine-rest/user/";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String GOOD = "long enough, and secret";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private IdentityService identities;

    @Autowired
    private JdbcClient jdbc;

    private final String person = "account-" + UUID.randomUUID().toString().substring(0, 8);
    private Visitor visitor;

    @BeforeEach
    void aPerson() {
        Staff.addTo(house);
        Staff.add(house, person, Staff.INBOX);
        visitor = new Visitor(port);
    }

    @AfterEach
    void forget() {
        identities.deleteUser(person);
        jdbc.sql("delete from login_try where tried like :who")
                .param("who", person + "%")
                .update();
    }

    @Test
    void aPersonChangesTheirOwnPasswordAndTheirOtherSessionsEnd() {
        var elsewhere = new Visitor(port);
        elsewhere.login(person, person);
        visitor.login(person, person);
        String token =
                visitor.get(TASKLIST).headers().firstValue("X-XSRF-TOKEN").orElseThrow();

        var changed = visitor.ask(
                "PUT",
                "/camunda/api/engine/engine/default/user/" + person + "/credentials",
                credentials(GOOD, person),
                "X-XSRF-TOKEN",
                token);

        assertThat(changed.statusCode()).isEqualTo(204);
        assertThat(visitor.get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(elsewhere.get(TASKLIST).statusCode()).isEqualTo(302);
        assertThat(rest(person, GOOD)).isEqualTo(200);
        assertThat(rest(person, person)).isEqualTo(401);
    }

    @Test
    void anAdminSetsAPasswordAndAllSessionsOfThePersonEnd() {
        visitor.login(person, person);
        assertThat(rest(person, person)).isEqualTo(200);

        var changed = as(Staff.ADMIN, "PUT", USERS + person + "/credentials", credentials(GOOD, Staff.ADMIN));

        assertThat(changed.statusCode()).isEqualTo(204);
        assertThat(visitor.get(TASKLIST).statusCode()).isEqualTo(302);
        assertThat(rest(person, person)).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"short", "'my %s and some'", "'MY %S AND SOME'", "some.words.%s@staff.localhost"})
    void aPasswordThatIsTooShortOrHasTheNameIsRefusedWithTheRule(String password) {
        String weak = password.replace("%s", person).replace("%S", person.toUpperCase());

        var refused = as(Staff.ADMIN, "PUT", USERS + person + "/credentials", credentials(weak, Staff.ADMIN));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("at least 10 characters");
        assertThat(rest(person, person)).isEqualTo(200);
    }

    @Test
    void theRulesForPasswordsAreTold() {
        var rules = as(Staff.ADMIN, "GET", "/engine-rest/identity/password-policy", "");

        assertThat(rules.statusCode()).isEqualTo(200);
        assertThat(rules.body()).contains("PASSWORD_POLICY_LENGTH", "\"10\"", "PASSWORD_POLICY_USER_DATA");
    }

    @Test
    void nobodyButAnAdminChangesThePasswordOfSomebodyElse() {
        for (String somebody : new String[] {Staff.NEIGHBOUR, Staff.SUPERVISOR, Staff.ANALYST}) {
            assertThat(as(somebody, "PUT", USERS + person + "/credentials", credentials(GOOD, somebody))
                            .statusCode())
                    .isIn(403, 404);
        }
        assertThat(rest(person, person)).isEqualTo(200);
    }

    @Test
    void nobodyButAnAdminChangesOthersEvenWithARightInTheEngine() {
        var right = house.getBean(org.camunda.bpm.engine.AuthorizationService.class)
                .createNewAuthorization(org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT);
        right.setUserId(Staff.NOBODY);
        right.setResource(org.camunda.bpm.engine.authorization.Resources.USER);
        right.setResourceId(person);
        right.addPermission(org.camunda.bpm.engine.authorization.Permissions.ALL);
        house.getBean(org.camunda.bpm.engine.AuthorizationService.class).saveAuthorization(right);

        var refused = as(Staff.NOBODY, "PUT", USERS + person + "/credentials", credentials(GOOD, Staff.NOBODY));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(rest(person, person)).isEqualTo(200);
    }

    @Test
    void nobodyDeletesThemselves() {
        assertThat(as(person, "DELETE", USERS + person, "").statusCode()).isIn(400, 403);
        var admin = as(Staff.ADMIN, "DELETE", USERS + Staff.ADMIN, "");

        assertThat(admin.statusCode()).isEqualTo(400);
        assertThat(admin.body()).contains("Nobody deletes themselves");
        assertThat(house.getBean(People.class).find(person)).isPresent();
    }

    @Test
    void theGroupOfTheAdminsStays() {
        assertThat(as(Staff.ADMIN, "DELETE", "/engine-rest/group/camunda-admin", "")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theLastAdminStaysOne() {
        People people = house.getBean(People.class);
        var others = people.inGroup(People.ADMINS).stream()
                .map(one -> one.id())
                .filter(id -> !id.equals(Staff.ADMIN))
                .toList();
        try {
            others.forEach(id -> people.leave(id, People.ADMINS));
            var leaves = as(Staff.ADMIN, "DELETE", "/engine-rest/group/camunda-admin/members/" + Staff.ADMIN, "");

            assertThat(leaves.statusCode()).isEqualTo(400);
            assertThat(leaves.body()).contains("last admin");
        } finally {
            others.forEach(id -> people.join(id, People.ADMINS));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "firstName, a name of 300, 'The first name is too long'",
        "lastName,  a name of 300, 'The last name is too long'",
        "email,     nobody,        'The e-mail address is none'",
        "email,     a@b@c,         'The e-mail address is none'",
        "firstName, with NUL,      'cannot contain the character NUL'",
        "email,     with NUL,      'cannot contain the character NUL'",
    })
    void aProfileIsCheckedAndNothingOfItReachesTheLog(
            String field, String value, String sentence, CapturedOutput output) {
        String hash = stored();
        String written = value.replace("a name of 300", "x".repeat(300)).replace("with NUL", "a\\u0000b");
        String profile = "{\"id\":\"%s\",\"%s\":\"%s\"}".formatted(person, field, written);

        var refused = as(person, "PUT", USERS + person + "/profile", profile);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(sentence);
        assertThat(ours(output)).doesNotContain(hash, "xxxxxxxxxxxxxxxxxxxxxxxx");
    }

    @Test
    void aFailureOfTheDatabaseNamesNoValueOfTheStatement(CapturedOutput output) {
        String hash = stored();
        jdbc.sql("alter table act_id_user add constraint no_such_name check (first_ <> 'Refused by the database')")
                .update();
        try {
            String profile = "{\"id\":\"%s\",\"firstName\":\"Refused by the database\"}".formatted(person);

            var failed = as(person, "PUT", USERS + person + "/profile", profile);
            assertThat(failed.statusCode()).isGreaterThanOrEqualTo(400);
            assertThat(failed.body()).doesNotContain(hash, "Refused by the database");
        } finally {
            jdbc.sql("alter table act_id_user drop constraint no_such_name").update();
        }
        assertThat(ours(output)).doesNotContain(hash, "Refused by the database");
    }

    @Test
    void aHashOfBeforeGoesOnWorkingAndIsReplacedAtTheNextLogin() {
        jdbc.sql("update act_id_user set pwd_ = :old, salt_ = 'salt' where id_ = :person")
                .param("old", "{SHA-512}" + new Sha512HashDigest().encrypt(person + "salt"))
                .param("person", person)
                .update();

        assertThat(rest(person, "wrong")).isEqualTo(401);
        assertThat(stored()).startsWith("{SHA-512}");
        assertThat(rest(person, person)).isEqualTo(200);
        assertThat(stored()).startsWith("{bcrypt-sha384}$2a$");
        assertThat(rest(person, person)).isEqualTo(200);
    }

    @Test
    void aPasswordCountsToItsLastLetterHoweverLongItIs() {
        String longOne = "ä".repeat(100);
        as(Staff.ADMIN, "PUT", USERS + person + "/credentials", credentials(longOne + "1", Staff.ADMIN));

        assertThat(rest(person, longOne + "2")).isEqualTo(401);
        assertThat(rest(person, longOne + "1")).isEqualTo(200);
    }

    @Test
    void theOwnPasswordCannotBeGuessedInABrowserThatWasLeftOpen() {
        for (int attempt = 0; attempt < 4; attempt++) {
            assertThat(as(person, "PUT", USERS + person + "/credentials", credentials(GOOD, "guess " + attempt))
                            .statusCode())
                    .isEqualTo(400);
        }

        assertThat(as(person, "PUT", USERS + person + "/credentials", credentials(GOOD, person))
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void nobodyIsToldOverRestWhetherAPasswordIsRight() {
        String question = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(person, person);

        assertThat(as(Staff.ADMIN, "POST", "/engine-rest/identity/verify", question)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoIsDeletedIsOutThoughTheirPasswordWasRightAMomentAgo() {
        assertThat(rest(person, person)).isEqualTo(200);

        assertThat(as(Staff.ADMIN, "DELETE", USERS + person, "").statusCode()).isEqualTo(204);

        assertThat(rest(person, person)).isEqualTo(401);
    }

    private HttpResponse<String> as(String who, String method, String path, String body) {
        return new Visitor(port).ask(method, path, body, "Authorization", basic(who, who));
    }

    /** Without what the test's database prints: that is a log of its own. */
    private static String ours(CapturedOutput output) {
        return output.getAll()
                .lines()
                .filter(line -> !line.contains("EmbeddedPostgres"))
                .collect(Collectors.joining("\n"));
    }

    private int rest(String who, String password) {
        return new Visitor(port)
                .get("/engine-rest/task?maxResults=1", "Authorization", basic(who, password))
                .statusCode();
    }

    private String stored() {
        return jdbc.sql("select pwd_ from act_id_user where id_ = :person")
                .param("person", person)
                .query(String.class)
                .single();
    }

    private static String credentials(String password, String own) {
        return "{\"password\":\"%s\",\"authenticatedUserPassword\":\"%s\"}".formatted(password, own);
    }
}
