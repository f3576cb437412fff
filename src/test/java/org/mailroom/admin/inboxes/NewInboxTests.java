package org.mailroom.admin.inboxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.engine.People;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.EscalationRule;
import org.mailroom.inbox.EscalationRule.Action;
import org.mailroom.inbox.EscalationRules;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.Inboxes;
import org.mailroom.intake.Intake;
import org.mailroom.intake.Received;
import org.mailroom.intake.Taken;
import org.mailroom.intake.Verdict;
import org.mailroom.mailbox.FrontDoor;
import org.mailroom.mailbox.MailboxAccount;
import org.mailroom.mailbox.MailboxAccounts;
import org.mailroom.mailserver.Login.Password;
import org.mailroom.mailserver.MailServer;
import org.mailroom.mailserver.Security;
import org.mailroom.message.MessageId;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of an inbox that an admin adds on the page, with a mail that really comes in. */
@MailroomTest
class NewInboxTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Inboxes inboxes;

    @Autowired
    EscalationRules rules;

    @Autowired
    IdentityService identities;

    @Autowired
    FilterService filters;

    @Autowired
    MailboxAccounts mailboxes;

    @Autowired
    FrontDoor frontDoor;

    @Autowired
    Intake intake;

    @Autowired
    CasePlay play;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    final MockHttpSession session = new MockHttpSession();

    @AfterEach
    void nobodyIsLeftInTheEngine() {
        identities.clearAuthentication();
    }

    @Test
    void anInboxThatIsAddedIsThereAtOnceWithItsGroupAndItsFilter() throws Exception {
        Element added = added("new-orders", "New orders", "New-Orders@mailroom.localhost", "nwo");

        Inbox orders = inboxes.get(new InboxKey("new-orders"));
        assertThat(orders.name()).isEqualTo("New orders");
        assertThat(orders.address().address()).isEqualTo("new-orders@mailroom.localhost");
        assertThat(orders.casePrefix()).isEqualTo("NWO");
        assertThat(orders.defaultOwner()).isNull();
        assertThat(orders.confirms()).isFalse();
        assertThat(orders.addsContacts()).isTrue();
        assertThat(orders.target()).isEqualTo(Duration.ofHours(8));
        assertThat(orders.reopenWindow()).isEqualTo(Duration.ofDays(14));
        assertThat(filtersOfAMember(orders.key())).containsExactlyInAnyOrder("New orders", "My cases");
        assertThat(added.selectFirst(".banner.good").text()).startsWith("Added.");
        assertThat(added.text()).contains("Nobody yet, so only supervisors and admins see its cases.");
    }

    @Test
    void thePageSaysWhichMailboxIsNotPickedUpAndWhy() throws Exception {
        long box = mailboxes.add(MailboxAccount.imap(
                "silent-box",
                CasePlay.SUPPORT,
                new MailServer("127.0.0.1", 143, Security.NONE, null),
                new Password("silent@example.org", "any")));

        jdbc.sql("update mailbox_account set failing_since = now(), last_error = 'It hangs.' where id = :id")
                .param("id", box)
                .update();
        assertThat(shown("support").select(".banner.bad").text())
                .contains("The mailbox silent-box cannot be picked up since", "It hangs.");

        mailboxes.pause(box);
        assertThat(shown("support").select(".banner").text())
                .contains("The mailbox silent-box is paused")
                .doesNotContain("It hangs.");

        mailboxes.remove(box);
        assertThat(shown("support").text()).doesNotContain("silent-box", "silent@example.org");
    }

    @Test
    void thePageSaysHowMailGetsToAnInboxWithoutAMailboxOfItsOwn() throws Exception {
        added("new-mute", "New mute", "new-mute@mailroom.localhost", "NWM");

        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("update received_mail set mailbox_id = null").update();
            jdbc.sql("delete from mailbox_account").update();
            assertThat(shown("new-mute").text()).contains("Mailroom picks up no mailbox");

            mailboxes.addIfMissing(MailboxAccount.imap(
                    "new-box",
                    CasePlay.SUPPORT,
                    new MailServer("127.0.0.1", 143, Security.NONE, null),
                    new Password("box@example.org", "any")));
            assertThat(shown("new-mute").text())
                    .contains("Mail to new-mute@mailroom.localhost comes in where it is delivered into a mailbox that "
                            + "Mailroom picks up (box@example.org)");
            assertThat(shown("support").select(".facts").text()).contains("Mailbox box@example.org");
            assertThat(shown("support").text()).doesNotContain("comes in where");
        });
    }

    @Test
    void mailToItsAddressOpensACaseInItWhateverMailboxItCameInto() throws Exception {
        added("new-alias", "New alias", "new-alias@mailroom.localhost", "NWA");

        CaseNumber number = taken("new-alias@mailroom.localhost");

        assertThat(number.value()).startsWith("NWA-");
        play.runJobs(number);
        identities.setAuthentication("new-alias-member", List.of("inbox-new-alias"));
        Filter filter = filters.createTaskFilterQuery().filterName("New alias").singleResult();
        assertThat(filters.<Task>listPage(filter.getId(), 0, 9))
                .extracting(Task::getId)
                .containsExactly(play.task(number).getId());
    }

    @Test
    void itTellsWhenACaseIsDueOnlyWhereThatWasWanted() throws Exception {
        added("new-quiet", "New quiet", "new-quiet@mailroom.localhost", "NWQ");
        mvc.perform(request("new-loud", "New loud", "new-loud@mailroom.localhost", "NWL")
                .param("notifies", "true"));

        assertThat(rules.of(new InboxKey("new-quiet"))).isEmpty();
        assertThat(rules.of(new InboxKey("new-loud")))
                .containsExactly(new EscalationRule(1, Duration.ZERO, Action.NOTIFY, null));
    }

    @Test
    void whatAnotherInboxHasIsRefusedFieldByFieldAndWhatWasTypedStays() throws Exception {
        Element form = refused("support", "Finance", "SUPPORT@mailroom.localhost", "sup");

        assertThat(form.hasAttr("open")).isTrue();
        assertThat(form.selectFirst(".banner.bad").text()).startsWith("Nothing was saved");
        assertThat(form.select(".field:has([aria-invalid]) .field-error").eachText())
                .containsExactly(
                        "Another inbox has this name.",
                        "Another inbox has this address.",
                        "Another inbox has this key.",
                        "The case numbers of another inbox begin with this.");
        assertThat(form.select("[name=address]").val()).isEqualTo("SUPPORT@mailroom.localhost");
        assertThat(form.select("[name=casePrefix]").val()).isEqualTo("sup");
        assertThat(form.select("[name=targetUnit] [selected]").val()).isEqualTo("HOURS");
    }

    @Test
    void whatIsMissingOrMalformedIsRefusedFieldByField() throws Exception {
        assertThat(refused("two words", "", "nobody at example.org", "1ST")
                        .select(".field-error")
                        .eachText())
                .containsExactly(
                        "Please enter a name of at most 100 characters.",
                        "This is no e-mail address. Example: orders@example.org",
                        "Please enter lower-case letters, digits and hyphens, at most 40, with a letter first.",
                        "Please enter letters and digits, at most 10, with a letter first.");
        mvc.perform(post("/admin/inboxes").with(csrf()).with(admin())).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void onlyAdminsMayAddOne() throws Exception {
        var supervisor = user("supervisor").authorities(new SimpleGrantedAuthority(People.SUPERVISORS));

        mvc.perform(request("new-stranger", "New stranger", "new-stranger@mailroom.localhost", "NWS")
                        .with(supervisor))
                .andExpect(status().isForbidden());

        assertThat(inboxes.find(new InboxKey("new-stranger"))).isEmpty();
    }

    private List<String> filtersOfAMember(InboxKey inbox) {
        identities.setAuthentication("new-member", List.of(inbox.group()));
        return filters.createTaskFilterQuery().unlimitedList().stream()
                .map(Filter::getName)
                .toList();
    }

    /** Picked up from the mailbox of Support. */
    private CaseNumber taken(String to) {
        String id = UUID.randomUUID() + "@customer.example";
        byte[] raw = ("From: %s\r\nTo: %s\r\nMessage-ID: <%s>\r\nSubject: Chairs\r\n\r\nTen chairs, please.\r\n")
                .formatted(CasePlay.newCustomer(), to, id)
                .getBytes(StandardCharsets.US_ASCII);
        long kept = frontDoor.keep(CasePlay.SUPPORT, raw).id();
        jdbc.sql("update received_mail set state = 'DELIVERED' where id = :id")
                .param("id", kept)
                .update();
        Taken taken = transaction.execute(
                status -> intake.take(intake.understand(new Received(kept, CasePlay.SUPPORT, new MessageId(id), raw))));
        return ((Verdict.NewCase) taken.verdict()).number();
    }

    private Element added(String key, String name, String address, String prefix) throws Exception {
        mvc.perform(request(key, name, address, prefix).session(session))
                .andExpect(redirectedUrl("/admin/inboxes#inbox-" + key));
        return shown(key);
    }

    private Element shown(String key) {
        try {
            return page(mvc.perform(
                            get("/admin/inboxes").with(admin()).session(session).locale(Locale.ENGLISH)))
                    .selectFirst("#inbox-" + key);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Element refused(String key, String name, String address, String prefix) throws Exception {
        return page(mvc.perform(request(key, name, address, prefix)).andExpect(status().isUnprocessableEntity()))
                .selectFirst("#new-inbox");
    }

    private static MockHttpServletRequestBuilder request(String key, String name, String address, String prefix) {
        return post("/admin/inboxes")
                .with(csrf())
                .with(admin())
                .locale(Locale.ENGLISH)
                .param("key", key)
                .param("name", name)
                .param("address", address)
                .param("casePrefix", prefix)
                .param("targetAmount", "8")
                .param("targetUnit", "HOURS")
                .param("reopenAmount", "14")
                .param("reopenUnit", "DAYS")
                .param("whenClosed", "REOPEN")
                .param("addsContacts", "true")
                .param("receives", "true");
    }

    private static Document page(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private static RequestPostProcessor admin() {
        return user("admin").authorities(new SimpleGrantedAuthority(People.ADMINS));
    }
}
