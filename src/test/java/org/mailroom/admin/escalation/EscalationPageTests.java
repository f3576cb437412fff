package org.mailroom.admin.escalation;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mailroom.testing.CasePlay.SAM;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.Casework;
import org.mailroom.cases.Forwarding;
import org.mailroom.cases.Forwarding.DueType;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.EscalationRule;
import org.mailroom.inbox.EscalationRule.Action;
import org.mailroom.inbox.EscalationRules;
import org.mailroom.inbox.InboxKey;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.mailroom.testing.WrittenCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What admins do on the page of the escalation levels, with a case that is really played. */
@MailroomTest
class EscalationPageTests {

    private static final InboxKey WATCHED = new InboxKey("escalation-page");

    @Autowired
    MockMvc mvc;

    @Autowired
    EscalationRules rules;

    @Autowired
    People people;

    @Autowired
    CasePlay play;

    @Autowired
    Casework work;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    final MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void anInboxWithOneMemberAndNoLevels() {
        new WrittenCases(jdbc).inbox(WATCHED.value(), "Watched");
        people.addIfMissing(
                new Person("escalation-mia", "Mia Member", null, Set.of(WATCHED.group())), "not used by this test");
        jdbc.sql("update cases set inbox_key = 'support' where inbox_key = :inbox")
                .param("inbox", WATCHED.value())
                .update();
        rules.replace(WATCHED, List.of());
    }

    @Test
    void onlyAdminsMayLookOrSave() throws Exception {
        people.addIfMissing(new Person("analyst", "Ann Analyst", null, Set.of(People.ANALYSTS)), "analyst");

        for (String person : List.of("support-agent", "supervisor", "analyst")) {
            mvc.perform(get("/admin/escalation").with(user(person))).andExpect(status().isForbidden());
            mvc.perform(save().with(csrf()).with(user(person))).andExpect(status().isForbidden());
        }
    }

    @Test
    void aSaveThatComesFromAnotherSiteIsRefused() throws Exception {
        mvc.perform(save().with(admin())).andExpect(status().isForbidden());
    }

    @Test
    void theHeadOfAPageLeadsAdminsHere() throws Exception {
        assertThat(shown().select(".masthead a[href=/admin/escalation]")).hasSize(1);
        String number = play.opened("Seen by an agent").value();
        assertThat(page(mvc.perform(get("/cases/" + number).with(user("support-agent"))))
                        .select(".masthead a[href=/admin/escalation]"))
                .isEmpty();
    }

    @Test
    void theLevelsOfAnInboxAreShownAsPeopleSayThem() throws Exception {
        rules.replace(
                WATCHED,
                List.of(
                        new EscalationRule(2, Duration.ofDays(1), Action.REASSIGN, "supervisor"),
                        new EscalationRule(1, Duration.ofMinutes(-90), Action.NOTIFY, null)));

        Element watched = watched(shown());

        assertThat(entered(watched, 0)).containsExactly("1", "90", "MINUTES", "BEFORE", "NOTIFY", "");
        assertThat(entered(watched, 1)).containsExactly("2", "1", "DAYS", "AFTER", "REASSIGN", "supervisor");
        assertThat(watched.select("#escalation-page-0-target option").eachText())
                .startsWith("nobody chosen")
                .contains("Mia Member", "Sue Supervisor")
                .doesNotContain("Fay Finance");
        assertThat(watched.text()).contains("A case of this inbox is due 1 day after it came in.");
    }

    @Test
    void savingTimesTheRunningCasesAnewAndSaysHowMany() throws Exception {
        CaseNumber number = play.opened("Escalates later");
        work.forward(number, SAM, new Forwarding(WATCHED, DueType.KEEP, null, ""));

        Document page = saved(level(0, "1", "2", "HOURS", "AFTER", "RAISE_PRIORITY", ""));
        assertThat(watched(page).selectFirst(".banner.good").text())
                .isEqualTo("Saved. One running case was timed anew.");
        saved(level(0, "1", "5", "HOURS", "AFTER", "RAISE_PRIORITY", ""));

        assertThat(rules.of(WATCHED))
                .containsExactly(new EscalationRule(1, Duration.ofHours(5), Action.RAISE_PRIORITY, null));
        var due = play.task(number).getDueDate().toInstant();
        assertThat(lastTimed(number))
                .containsExactly(
                        "admin",
                        due.plus(Duration.ofHours(2)).toString(),
                        due.plus(Duration.ofHours(5)).toString());
    }

    @Test
    void whoeverWouldMoveTimersIsAskedFirstWithNumbers() throws Exception {
        CaseNumber number = play.arrived(WATCHED, CasePlay.mail("ask@customer.example", "Ask me first"), true);
        String[] tooEarly = level(0, "1", "30", "DAYS", "BEFORE", "RAISE_PRIORITY", "");
        Element asked = watched(answered("", tooEarly));
        assertThat(asked.select(".banner.warn").text())
                .contains("Not saved yet.", "would escalate at another time than now", "would escalate at once");
        assertThat(asked.select("button[name=confirmed]").text()).isEqualTo("Save all the same");
        assertThat(entered(asked, 0)).contains("30");
        assertThat(play.timeline(number)).doesNotContain("ESCALATION_TIMED");

        saved(tooEarly);
        assertThat(play.timeline(number)).contains("ESCALATION_TIMED");
    }

    @Test
    void aLevelBeforeTheOpeningOfACaseIsWarnedOf() throws Exception {
        Element inbox = watched(answered("/add", level(0, "1", "365", "DAYS", "BEFORE", "RAISE_PRIORITY", "")));
        assertThat(inbox.select(".field-warning").text()).contains("as soon as a case is opened");
        Element later = watched(answered("/add", level(0, "1", "1", "MINUTES", "BEFORE", "RAISE_PRIORITY", "")));
        assertThat(later.select(".field-warning")).isEmpty();
    }

    @Test
    void savingWhatIsThereAlreadyTimesNothingAnew() throws Exception {
        String[] level = level(0, "1", "2", "HOURS", "BEFORE", "NOTIFY", "escalation-mia");
        saved(level);

        assertThat(watched(saved(level)).selectFirst(".banner.good").text())
                .isEqualTo("Saved. No running case had to be timed anew.");
        assertThat(rules.of(WATCHED))
                .containsExactly(new EscalationRule(1, Duration.ofHours(-2), Action.NOTIFY, "escalation-mia"));
    }

    @Test
    void anInboxWhoseLastLevelIsTakenOutDoesNotEscalate() throws Exception {
        saved(level(0, "1", "2", "HOURS", "AFTER", "NOTIFY", ""));

        assertThat(watched(saved()).text()).contains("Cases of this inbox do not escalate.");
        assertThat(rules.of(WATCHED)).isEmpty();
    }

    @Test
    void aPersonWhoWasLeftChosenWhileNobodyIsNeededIsNotKept() throws Exception {
        saved(level(0, "1", "0", "MINUTES", "AFTER", "RAISE_PRIORITY", "supervisor"));

        assertThat(rules.of(WATCHED))
                .containsExactly(new EscalationRule(1, Duration.ZERO, Action.RAISE_PRIORITY, null));
    }

    @Test
    void whatIsWrongIsSaidInPlaceAndWhatWasTypedStays() throws Exception {
        Element watched = watched(wrong(
                level(0, "1", "soon", "HOURS", "BEFORE", "NOTIFY", ""),
                level(1, "1", "366", "DAYS", "AFTER", "REASSIGN", ""),
                level(2, "0", "1", "DAYS", "AFTER", "", ""),
                level(3, "3", "1", "DAYS", "AFTER", "NOTIFY", "finance-agent")));

        assertThat(watched.selectFirst(".banner.bad").text()).startsWith("Nothing was saved");
        assertThat(errors(watched, 0))
                .containsExactly("Please enter a whole number, such as 30; 0 is on the due date itself.");
        assertThat(errors(watched, 1))
                .containsExactly(
                        "Another level has this number.",
                        "A year before or after the due date is the most.",
                        "Please choose who gets the case.");
        assertThat(errors(watched, 2))
                .containsExactly("Please enter a number from 1 to 9.", "Please choose what happens.");
        assertThat(errors(watched, 3))
                .containsExactly(
                        "This person is neither a member of this inbox nor a supervisor. Please choose another one.");
        assertThat(entered(watched, 0)).containsExactly("1", "soon", "HOURS", "BEFORE", "NOTIFY", "");
        assertThat(entered(watched, 3)).containsExactly("3", "1", "DAYS", "AFTER", "NOTIFY", "finance-agent");
        assertThat(rules.of(WATCHED)).isEmpty();
    }

    @Test
    void aLevelIsAddedAndTakenOutWithoutSavingAndWithWhatWasTyped() throws Exception {
        String[] typed = level(0, "1", "soon", "HOURS", "BEFORE", "NOTIFY", "");

        Element more = watched(answered("/add", typed));
        assertThat(entered(more, 0)).containsExactly("1", "soon", "HOURS", "BEFORE", "NOTIFY", "");
        assertThat(entered(more, 1)).containsExactly("2", "", "HOURS", "AFTER", "", "");
        assertThat(more.select(".banner").text()).isEqualTo("Not saved yet.");

        Element fewer = watched(answered("/remove/0", typed, level(1, "2", "1", "HOURS", "AFTER", "NOTIFY", "")));
        assertThat(fewer.select(".level")).hasSize(1);
        assertThat(entered(fewer, 0)).startsWith("2", "1");
        assertThat(rules.of(WATCHED)).isEmpty();
    }

    @Test
    void theEnterKeySaves() throws Exception {
        rules.replace(WATCHED, List.of(new EscalationRule(1, Duration.ZERO, Action.NOTIFY, null)));

        Element first = watched(shown()).selectFirst("form button");

        assertThat(first.hasAttr("formaction")).isFalse();
    }

    @Test
    void thereIsNoPageForAnInboxThatIsNotThere() throws Exception {
        mvc.perform(post("/admin/escalation/No such inbox").with(csrf()).with(admin()))
                .andExpect(status().isNotFound());
    }

    /** The engine's job executor changes a timer at the moment in which it escalates. */
    @Test
    void whoSavesWhileACaseEscalatesIsAskedToSaveAgainAndNothingIsHalfDone() throws Exception {
        CaseNumber number = play.opened("Escalates now");
        work.forward(number, SAM, new Forwarding(WATCHED, DueType.KEEP, null, ""));
        try (var executor = database.getConnection()) {
            executor.setAutoCommit(false);
            touchTimer(executor, play.instance(number).getId());
            var answer = supplyAsync(() -> again(level(0, "1", "7", "HOURS", "AFTER", "NOTIFY", "")));
            await().until(this::somebodyWaitsForALock);
            executor.commit();

            Element watched = watched(answer.join());
            assertThat(watched.selectFirst(".banner.bad").text()).contains("Please save again.");
            assertThat(entered(watched, 0)).contains("7");
        }
        assertThat(rules.of(WATCHED)).isEmpty();
    }

    private static void touchTimer(java.sql.Connection executor, String instance) throws SQLException {
        try (var touch = executor.prepareStatement(
                "update act_ru_job set rev_ = rev_ + 1 where process_instance_id_ = ? and handler_cfg_ = 'escalationDue'")) {
            touch.setString(1, instance);
            assertThat(touch.executeUpdate()).isOne();
        }
    }

    private boolean somebodyWaitsForALock() {
        return jdbc.sql(
                                """
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock' and query ilike '%act_ru_job%'
                        """)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private Document again(String[]... levels) {
        try {
            return page(mvc.perform(save(levels).with(csrf()).with(admin())).andExpect(status().isConflict()));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Document shown() throws Exception {
        return page(mvc.perform(
                        get("/admin/escalation").with(admin()).session(session).locale(Locale.ENGLISH))
                .andExpect(status().isOk()));
    }

    private Document saved(String[]... levels) throws Exception {
        mvc.perform(save(levels).with(csrf()).with(admin()).session(session))
                .andExpect(redirectedUrl("/admin/escalation#inbox-escalation-page"));
        return shown();
    }

    private Document wrong(String[]... levels) throws Exception {
        return page(mvc.perform(save(levels).with(csrf()).with(admin())).andExpect(status().isUnprocessableEntity()));
    }

    private Document answered(String verb, String[]... levels) throws Exception {
        return page(
                mvc.perform(request(verb, levels).with(csrf()).with(admin())).andExpect(status().isOk()));
    }

    private static MockHttpServletRequestBuilder save(String[]... levels) {
        return request("", levels).param("confirmed", "true");
    }

    private static MockHttpServletRequestBuilder request(String verb, String[]... levels) {
        var request = post("/admin/escalation/" + WATCHED + verb).locale(Locale.ENGLISH);
        for (String[] level : levels) {
            for (int field = 0; field < level.length; field += 2) {
                request.param(level[field], level[field + 1]);
            }
        }
        return request;
    }

    private static String[] level(
            int row, String level, String amount, String unit, String side, String action, String target) {
        String name = "levels[" + row + "].";
        return new String[] {
            name + "level", level,
            name + "amount", amount,
            name + "unit", unit,
            name + "side", side,
            name + "action", action,
            name + "target", target
        };
    }

    private static Element watched(Document page) {
        return page.selectFirst("#inbox-escalation-page");
    }

    private static List<String> entered(Element inbox, int row) {
        return inbox.select(".level").get(row).select("input, select").stream()
                .map(field ->
                        field.is("select") ? field.select("option[selected]").attr("value") : field.val())
                .toList();
    }

    private static List<String> errors(Element inbox, int row) {
        return inbox.select(".level")
                .get(row)
                .select(".field:has([aria-invalid]) .field-error")
                .eachText();
    }

    private List<String> lastTimed(CaseNumber number) {
        return jdbc.sql(
                        """
                        select actor, old_value, new_value from case_event
                        where case_number = :number and kind = 'ESCALATION_TIMED' order by id desc limit 1
                        """)
                .param("number", number.value())
                .query((row, at) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .single();
    }

    private static Document page(ResultActions answer) throws Exception {
        MvcResult result = answer.andReturn();
        return Jsoup.parse(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private static RequestPostProcessor admin() {
        return user("admin");
    }
}
