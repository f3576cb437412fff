package org.mailroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mailroom.access.Visitor;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.Customer;
import org.mailroom.testing.MailroomProcess;
import org.mailroom.testing.RealParts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Two nodes that start at once on an empty database and work together, until the one that picks up the mail of Support is
 * killed. Sam has logged in there, and goes on at the other.
 */
@Tag("whole")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterTests {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterTests.class);
    private static final String HELP = "help@cluster.localhost";
    private static final String MONEY = "money@cluster.localhost";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String REST = "/camunda/api/engine/engine/default";

    private final String database = RealParts.newDatabase();
    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(database, "postgres", ""));
    private final Map<String, MailroomProcess> nodes = new HashMap<>();
    private final List<Customer> early = Stream.generate(Customer::new).limit(6).toList();

    private Visitor sam;
    private String tokenOfAPage;
    private String tokenOfTasklist;
    private List<Integer> atTheOtherNode;
    private Instant killed;

    @BeforeAll
    void startTwoNodesAndKillOne() throws Exception {
        start("one");
        start("two");
        nodes.values().forEach(MailroomProcess::awaitReady);
        noteWhoTakesLeases();
        escalateAtOnce();
        for (Customer customer : early) {
            customer.writes(HELP, "Are you both there?", "I hope one of you is.");
        }
        early.forEach(customer -> customer.caseIn(jdbc));

        String owner = ownerOf("support");
        MailroomProcess survivor = nodes.get(owner.equals("one") ? "two" : "one");
        Visitor there = new Visitor(nodes.get(owner).port());
        there.login("support-agent", "support-agent");
        tokenOfAPage = Visitor.tokenIn(there.get("/cases/" + early.get(0).caseIn(jdbc)));
        tokenOfTasklist =
                there.get(TASKLIST).headers().firstValue("X-XSRF-TOKEN").orElseThrow();
        sam = there.at(survivor.port());
        atTheOtherNode = Stream.of("/cases/" + early.get(0).caseIn(jdbc), TASKLIST, REST + "/task/count")
                .map(path -> sam.get(path).statusCode())
                .toList();
        nodes.get(owner).kill();
        killed = Instant.now();
    }

    @AfterAll
    void stop() throws InterruptedException {
        for (MailroomProcess node : nodes.values()) {
            node.kill();
        }
    }

    @Test
    void twoNodesCanStartAtOnceOnAnEmptyDatabase() throws IOException {
        assertThat(count("select count(*) from act_re_procdef where key_ = 'case'"))
                .isOne();
        assertThat(count("select count(*) from inbox")).isEqualTo(2);
        assertThat(count("select count(*) from mailbox_account")).isEqualTo(2);
        assertThat(count("select count(*) from act_ru_filter where name_ = 'Support'"))
                .isOne();
        for (String node : nodes.keySet()) {
            assertThat(Files.readAllLines(log(node))).noneMatch(line -> line.contains(" ERROR "));
        }
    }

    @Test
    void anEscalationIsCarriedOutOnce() {
        await().until(() -> count("select count(*) from case_event where kind = 'ESCALATED'") >= 2 * early.size());

        assertThat(jdbc.sql("select count(*) from case_event where kind = 'ESCALATED' group by case_number")
                        .query(Integer.class)
                        .list())
                .containsOnly(2);
    }

    @Test
    void aLoginHoldsOnTheOtherNodeToo() {
        assertThat(atTheOtherNode).containsOnly(200);
    }

    @Test
    void aLoginOutlivesItsNode() {
        CaseNumber number = early.get(1).caseIn(jdbc);

        assertThat(sam.get("/cases/" + number).body()).contains("Are you both there?");
        assertThat(sam.get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(sam.get(REST + "/task/count").body()).contains("\"count\":");
        assertThat(sam.get("/camunda/api/admin/auth/user/default").body()).contains("support-agent");
    }

    @Test
    void whatAPageOfTheDeadNodeSendsIsTaken() {
        CaseNumber number = early.get(2).caseIn(jdbc);

        assertThat(sam.postForm("/cases/" + number + "/note", Map.of("_csrf", "made up", "text", "Not by me."))
                        .statusCode())
                .isEqualTo(403);
        assertThat(sam.postForm("/cases/" + number + "/complete", Map.of("_csrf", tokenOfAPage))
                        .statusCode())
                .isEqualTo(302);
        assertThat(state(number)).isEqualTo("CLOSED");
    }

    @Test
    void whatTasklistOfTheDeadNodeSendsIsTaken() {
        CaseNumber number = early.get(3).caseIn(jdbc);
        String task = jdbc.sql(
                        """
                        select t.id_ from act_ru_task t join cases c on c.process_instance_id = t.proc_inst_id_
                        where c.number = :number
                        """)
                .param("number", number.value())
                .query(String.class)
                .single();
        String claim = REST + "/task/" + task + "/claim";
        String json = "{\"userId\":\"support-agent\"}";

        assertThat(sam.post(claim, "application/json", json, "X-XSRF-TOKEN", tokenOfTasklist)
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void theOtherNodeTakesOverTheMailboxesOfTheDeadOne() throws Exception {
        var late = new Customer();
        late.writes(HELP, "Is anybody left?", "I heard a bang.");
        var alsoLate = new Customer();
        alsoLate.writes(MONEY, "Is anybody left?", "I heard a bang too.");

        late.caseIn(jdbc);
        LOG.info("Mail to Support was a case {} s after its node was killed", secondsSinceTheKill());
        alsoLate.caseIn(jdbc);
        assertThat(late.gets("We received your request")).isNotNull();
    }

    private void start(String name) throws IOException {
        Map<String, String> settings = RealParts.wholeSettings(database, "cluster");
        settings.put("spring.datasource.hikari.data-source-properties.ApplicationName", name);
        nodes.put(name, MailroomProcess.start(settings, log(name)));
    }

    private static Path log(String node) {
        return Path.of("target", "cluster-tests-" + node + ".log");
    }

    /** A node does not say which it is; the database knows from whom a statement came. */
    private void noteWhoTakesLeases() {
        jdbc.sql("create table lease_taker (lease text primary key, node text not null)")
                .update();
        jdbc.sql(
                        """
                        create function note_lease_taker() returns trigger language plpgsql as $$
                        begin
                            insert into lease_taker values (new.leased_by, current_setting('application_name'))
                            on conflict do nothing;
                            return new;
                        end $$
                        """)
                .update();
        jdbc.sql(
                        """
                        create trigger note_lease_taker before update on mailbox_account for each row
                        when (new.leased_by is not null) execute function note_lease_taker()
                        """)
                .update();
    }

    private String ownerOf(String inbox) {
        return await().until(
                        () -> jdbc.sql(
                                        """
                                        select node from lease_taker join mailbox_account on lease = leased_by
                                        where inbox_key = :inbox
                                        """)
                                .param("inbox", inbox)
                                .query(String.class)
                                .optional(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Two levels that are due as soon as a case is opened: as long before its due date as that is after the opening. */
    private void escalateAtOnce() {
        jdbc.sql(
                        """
                        insert into escalation_rule (inbox_key, level, minutes, action)
                        select key, level, -target_minutes, 'RAISE_PRIORITY' from inbox, (values (1), (2)) levels (level)
                        where key = 'support'
                        """)
                .update();
    }

    private String state(CaseNumber number) {
        return jdbc.sql("select state from cases where number = :number")
                .param("number", number.value())
                .query(String.class)
                .single();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private long secondsSinceTheKill() {
        return Duration.between(killed, Instant.now()).toSeconds();
    }
}
