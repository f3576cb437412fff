package org.mailroom.admin.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.engine.ModelsWereRefused;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.mailroom.message.EmailAddress;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

@MailroomTest
class ModelPagesTests {

    private static final String ANALYST = "models-page-analyst";

    @Autowired
    MockMvc mvc;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    IdentityService identities;

    @Autowired
    People people;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void people() {
        add(ANALYST, EmailAddress.of("anna@models-page.example"), People.ANALYSTS);
        add("models-page-admin", null, People.ADMINS);
        add("models-page-agent", null, "inbox-support");
    }

    private void add(String id, @Nullable EmailAddress address, String group) {
        people.addIfMissing(new Person(id, id, address, Set.of(group)), "models-page-1");
    }

    @AfterEach
    void tidyUp() {
        identities.clearAuthentication();
        repository.createProcessDefinitionQuery().processDefinitionKey("shown-model").list().stream()
                .map(definition -> definition.getDeploymentId())
                .distinct()
                .forEach(deployment -> repository.deleteDeployment(deployment, true));
        List.of(ANALYST, "models-page-admin", "models-page-agent").forEach(identities::deleteUser);
        jdbc.sql("update model_refusal set over_at = now() where over_at is null")
                .update();
    }

    @Test
    void analystsAndAdminsSeeThePageAndNobodyElse() throws Exception {
        mvc.perform(get("/models").with(analyst())).andExpect(status().isOk());
        mvc.perform(get("/models").with(user("models-page-admin").authorities(() -> People.ADMINS)))
                .andExpect(status().isOk());
        mvc.perform(get("/models").with(user("models-page-agent").authorities(() -> "inbox-support")))
                .andExpect(status().isForbidden());
        mvc.perform(post("/models/activate").param("version", "x").with(csrf()).with(user("models-page-agent")))
                .andExpect(status().isForbidden());
    }

    @Test
    void itSaysWhoDeployedEachVersionAndHowManyCasesRunOnIt() throws Exception {
        deploy("one", ANALYST);
        runtime.startProcessInstanceByKey("shown-model");
        deploy("two", ANALYST);

        Element model = shown(page("en"));

        assertThat(model.text()).contains("Version 2", "no cases run on it", "deployed by " + ANALYST);
        assertThat(model.select("li").text()).contains("Version 1", "1 case runs on it", "Activate this version again");
        assertThat(shown(page("de")).text()).contains("1 laufender Vorgang", "Diese Version wieder aktivieren");
    }

    @Test
    void itShowsTheWarningsOfTheActiveVersionOnly() throws Exception {
        String warning = "shown.bpmn: no way leads to never";
        deploy("one", ANALYST, "<endEvent id='never'/>");

        assertThat(warnings("en").text()).contains("please look at this", warning);
        assertThat(warnings("de").text()).contains("bitte prüfen Sie", warning);

        deploy("two", ANALYST);

        assertThat(page("en").text()).doesNotContain(warning);
    }

    @Test
    void anEarlierVersionIsMadeActiveAgainUnderTheNameOfWhoDidIt() throws Exception {
        String first = deploy("one", null);
        deploy("two", null);

        mvc.perform(post("/models/activate")
                        .param("version", first)
                        .with(csrf())
                        .with(analyst()))
                .andExpect(redirectedUrl("/models"))
                .andExpect(flash().attribute("activated", List.of()));

        assertThat(active()).isEqualTo("one");
        assertThat(shown(page("en")).text()).contains("Version 3", "activated again by " + ANALYST);
    }

    @Test
    void aVersionThatTheChecksRefuseTodayIsNotMadeActiveAndTheReasonIsShown() throws Exception {
        String first = deploy("one", null);
        deploy("two", null);
        jdbc.sql(
                        """
                        update act_ge_bytearray set bytes_ = convert_to(replace(convert_from(bytes_, 'UTF8'), 'P1D', ''), 'UTF8')
                        where deployment_id_ = (select deployment_id_ from act_re_procdef where id_ = :id) and name_ = 'shown.bpmn'
                        """)
                .param("id", first)
                .update();

        mvc.perform(post("/models/activate")
                        .param("version", first)
                        .with(csrf())
                        .with(analyst()))
                .andExpect(flash().attributeExists("notActivated"));

        assertThat(active()).isEqualTo("two");
        assertThat(page("en").text()).contains("Refused earlier", "shown.bpmn");
    }

    @Test
    void aVersionThatDoesNotExistIsNotFound() throws Exception {
        mvc.perform(post("/models/activate")
                        .param("version", "nothing")
                        .with(csrf())
                        .with(analyst()))
                .andExpect(status().isNotFound());
    }

    @Test
    void analystsAreToldOfARefusalOnceByMail() {
        var refused =
                new ModelsWereRefused(987_654_321, "", "node-7", List.of("shown.bpmn: work, line 5: is wrong"), false);

        transaction.executeWithoutResult(status -> events.publishEvent(refused));
        transaction.executeWithoutResult(status -> events.publishEvent(refused));

        assertThat(jdbc.sql("select subject from outgoing_mail where cause = :cause")
                        .param("cause", "models:987654321:" + ANALYST)
                        .query(String.class)
                        .list())
                .containsExactly("Changed models were refused");
    }

    private String deploy(String name, @Nullable String person) {
        return deploy(name, person, "");
    }

    private String deploy(String name, @Nullable String person, String besides) {
        if (person != null) {
            identities.setAuthentication(person, List.of(People.ANALYSTS));
        }
        String deployment = repository
                .createDeployment()
                .name("shown")
                .addString(
                        "shown.bpmn",
                        """
                        <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'
                            xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='t'>
                          <process id='shown-model' name='%s' isExecutable='true' camunda:historyTimeToLive='P1D'>
                            <startEvent id='start'/><userTask id='work' camunda:candidateGroups='supervisors'
                                camunda:formRef='handleCase' camunda:formRefBinding='latest'/>
                            <sequenceFlow id='flow' sourceRef='start' targetRef='work'/>%s
                          </process>
                        </definitions>"""
                                .formatted(name, besides))
                .deploy()
                .getId();
        identities.clearAuthentication();
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .singleResult()
                .getId();
    }

    private String active() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("shown-model")
                .latestVersion()
                .singleResult()
                .getName();
    }

    private Document page(String language) throws Exception {
        MockHttpServletRequestBuilder request = get("/models").with(analyst()).locale(Locale.forLanguageTag(language));
        return Jsoup.parse(mvc.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private Element warnings(String language) throws Exception {
        return page(language).getElementById("warnings");
    }

    private static Element shown(Document page) {
        return page.getElementById("PROCESS-shown-model");
    }

    private static RequestPostProcessor analyst() {
        return user(ANALYST).authorities(() -> People.ANALYSTS);
    }
}
