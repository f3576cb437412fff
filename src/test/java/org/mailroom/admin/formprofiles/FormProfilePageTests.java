package org.mailroom.admin.formprofiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.inbox.InboxKey;
import org.mailroom.intake.form.FormProfile;
import org.mailroom.intake.form.FormProfiles;
import org.mailroom.mailbox.FrontDoor;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@MailroomTest
class FormProfilePageTests {

    private static final String PAGE = "/admin/form-profiles";
    private static final List<String> SHIPPED = List.of(
            "real-estate-portals",
            "real-estate-portals-german",
            "real-estate-portals-english",
            "web-form",
            "labelled-lines");

    private static final String LAMP_FORM =
            """
            Kunde, Name: Carla Kunde
            Mail: carla@customer.example
            Lampe: dunkel
            """;

    @Autowired
    MockMvc mvc;

    @Autowired
    FormProfiles profiles;

    @Autowired
    FrontDoor door;

    final MockHttpSession session = new MockHttpSession();

    @AfterEach
    void onlyWhatComesWithMailroomIsLeft() {
        profiles.added().forEach(profile -> profiles.remove(profile.key()));
    }

    @Test
    void whatComesWithMailroomIsListedWithItsSendersAndFields() throws Exception {
        Document page = shown(PAGE);

        assertThat(page.select(".profile").eachAttr("id"))
                .containsExactlyElementsOf(
                        SHIPPED.stream().map(key -> "profile-" + key).toList());
        Element webForm = page.selectFirst("#profile-web-form");
        assertThat(webForm.text())
                .contains("Contact form of a web site Comes with Mailroom", "wordpress@", "and 18 more", "Telephone");
        assertThat(page.selectFirst("#profile-labelled-lines").text()).contains("Senders any mail");
    }

    @Test
    void aProfileThatIsAddedReadsTheNextMail() throws Exception {
        assertThat(tryIt("form@lamps.example", "Lampe", LAMP_FORM).text()).contains("No profile fits this mail");

        add("lamps", "Lamp shop").andExpect(redirectedUrl(PAGE));

        assertThat(shown(PAGE).selectFirst("#profile-lamps h3").text()).isEqualTo("Lamp shop Added");
        Element read = tryIt("form@lamps.example", "Lampe", LAMP_FORM);
        assertThat(read.selectFirst(".banner").text()).isEqualTo("Read as Lamp shop");
        assertThat(read.select(".entered div").eachText())
                .containsExactly("Name Carla Kunde", "E-mail address carla@customer.example", "lamp dunkel");
        assertThat(read.text()).contains("a case is opened for Carla Kunde");
    }

    @Test
    void whatIsSavedIsWhatTheFormShowsAgain() throws Exception {
        add("lamps", "Lamp shop");

        assertThat(profiles.added()).containsExactly(lamps());
        save("lamps", shown(PAGE + "/profiles/lamps")).andExpect(redirectedUrl(PAGE));
        assertThat(profiles.added()).containsExactly(lamps());
    }

    @Test
    void everyShippedProfileCanBeSavedAsItIsAndTakesItsOwnPlace() throws Exception {
        List<FormProfile> shipped = profiles.shipped();
        for (String key : SHIPPED) {
            Document form = shown(PAGE + "/profiles/" + key);
            assertThat(form.text()).contains("What you save takes its place until you remove it.");
            save(key, form).andExpect(redirectedUrl(PAGE));
        }

        assertThat(profiles.added()).containsExactlyInAnyOrderElementsOf(shipped);
        assertThat(shown(PAGE).selectFirst("#profile-web-form h3").text()).endsWith("Changed");
    }

    @Test
    void aCopyOfAShippedProfileStandsBesideIt() throws Exception {
        Document copy = shown(PAGE + "/new?like=web-form");
        assertThat(copy.selectFirst("[name=name]").val()).isEmpty();
        assertThat(copy.selectFirst("[name=gateways]").wholeText()).startsWith("wordpress@\n");
        copy.selectFirst("[name=name]").val("Ours");
        copy.selectFirst("[name=key]").val("ours");

        mvc.perform(filledIn(post(PAGE + "/new"), copy)).andExpect(redirectedUrl(PAGE));

        assertThat(profiles.added()).extracting(FormProfile::key).containsExactly("ours");
        assertThat(profiles.added().get(0).labels())
                .isEqualTo(profiles.shipped().get(3).labels());
    }

    @Test
    void aProfileIsRemovedAfterAQuestionAndTheShippedOneIsBack() throws Exception {
        save("web-form", shown(PAGE + "/profiles/web-form"));
        assertThat(shown(PAGE).selectFirst("#profile-web-form h3").text()).endsWith("Changed");
        Element question = shown(PAGE + "/profiles/web-form").selectFirst("details");
        assertThat(question.text()).contains("The profile that comes with Mailroom is back then.");

        mvc.perform(asAdmin(post(question.selectFirst("form").attr("action")))).andExpect(redirectedUrl(PAGE));

        Document page = shown(PAGE);
        assertThat(page.selectFirst(".banner.good").text()).startsWith("Contact form of a web site was removed.");
        assertThat(page.selectFirst("#profile-web-form h3").text()).endsWith("Comes with Mailroom");
        assertThat(shown(PAGE + "/profiles/web-form").select("details")).isEmpty();
    }

    @Test
    void whatIsMissingOrWrongIsSaidAtItsFieldAndWhatWasTypedStays() throws Exception {
        Document form = page(mvc.perform(asAdmin(post(PAGE + "/new"))
                        .param("key", "web-form")
                        .param("name", " ")
                        .param("gateways", "shop.example\nno sender")
                        .param("trusted", "other.example")
                        .param("fields[0].name", "name")
                        .param("fields[0].labels", "Name; Ihr Name")
                        .param("fields[1].name", "email")
                        .param("fields[1].labels", "de: " + "x".repeat(31))
                        .param("fields[2].name", "lamp")
                        .param("fields[2].labels", "")
                        .param("fields[3].name", "lamp")
                        .param("fields[3].labels", "de: Lampe")
                        .param("fields[4].name", "<b>")
                        .param("fields[4].labels", "de: b"))
                .andExpect(status().isUnprocessableEntity()));

        assertThat(form.select(".field-error").eachText())
                .containsExactly(
                        "Please enter a name of at most 100 characters.",
                        "There is a profile with this key. Please change that one.",
                        "This is neither an address nor a domain nor the beginning of an address: no sender",
                        "Only a sender can be trusted. This is not among the senders: other.example",
                        "Please begin each line with a language: de: Name; Vor- und Nachname",
                        "A label has at most 30 characters: " + "x".repeat(31),
                        "Please enter a label.",
                        "Another field has this name.",
                        "Please enter a name of at most 40 letters and digits.");
        assertThat(form.selectFirst("[name=gateways]").wholeText()).isEqualTo("shop.example\nno sender");
        assertThat(profiles.added()).isEmpty();
    }

    @Test
    void nobodyIsTrustedForTheBeginningOfAnAddress() throws Exception {
        Document form = page(mvc.perform(lampShop("lamps", "Lamp shop").param("trusted", "wordpress@"))
                .andExpect(status().isUnprocessableEntity()));

        assertThat(form.select(".field-error").text()).startsWith("Anybody can send from such an address");
    }

    @Test
    void aProfileOfOneFieldIsRefused() throws Exception {
        Document form = page(mvc.perform(asAdmin(post(PAGE + "/new"))
                        .param("key", "thin")
                        .param("name", "Thin")
                        .param("fields[0].name", "name")
                        .param("fields[0].labels", "de: Name"))
                .andExpect(status().isUnprocessableEntity()));

        assertThat(form.select(".field-error").eachText())
                .containsExactly("A profile needs the labels of two fields or more.");
    }

    @Test
    void aReceivedMailIsTriedByItsNumber() throws Exception {
        add("lamps", "Lamp shop");
        String mail = "From: form@lamps.example\r\nSubject: Lampe\r\n\r\n" + LAMP_FORM;
        long id = door.keep(new InboxKey("support"), mail.getBytes(StandardCharsets.UTF_8))
                .id();

        Document page = page(mvc.perform(asAdmin(post(PAGE + "/try")).param("number", " " + id)));

        assertThat(page.select("#try .banner").text()).isEqualTo("Read as Lamp shop");
        assertThat(page.selectFirst("#number").val()).contains("" + id);
    }

    @Test
    void aMailThatIsNotThereCannotBeTried() throws Exception {
        assertThat(refused("999999999")).isEqualTo("There is no received mail with this number.");
        assertThat(refused("one")).isEqualTo("This is not a number.");
        assertThat(refused("")).isEqualTo("Please enter the number of a received mail, or paste a text.");
    }

    @Test
    void aFormOfAKnownSenderThatIsNotUnderstoodIsSaidToBeOne() throws Exception {
        assertThat(tryIt("wordpress@shop.example", "Neu", "Nothing with a label")
                        .text())
                .contains("The mail is a form of Contact form of a web site, but its fields were not understood.");
    }

    @Test
    void aSenderThatIsPastedAddsNoFieldToTheMail() throws Exception {
        assertThat(tryIt("a@b.example\r\nSubject: Kontaktformular\r\n\r\nName: X", "Hi", "Hi")
                        .text())
                .contains("No profile fits this mail");
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        for (String path : List.of("/profiles/nowhere", "/new?like=nowhere")) {
            mvc.perform(asAdmin(get(PAGE + path))).andExpect(status().isNotFound());
        }
        mvc.perform(asAdmin(post(PAGE + "/profiles/nowhere/remove"))).andExpect(redirectedUrl(PAGE));
    }

    @Test
    void onlyAdminsSetThem() throws Exception {
        mvc.perform(get(PAGE).with(user("supervisor"))).andExpect(status().isForbidden());
        mvc.perform(post(PAGE + "/profiles/web-form/remove")
                        .with(user("supervisor"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    private ResultActions add(String key, String name) throws Exception {
        return mvc.perform(lampShop(key, name).param("trusted", "lamps.example"));
    }

    private MockHttpServletRequestBuilder lampShop(String key, String name) {
        return asAdmin(post(PAGE + "/new"))
                .param("key", key)
                .param("name", name)
                .param("gateways", "lamps.example\r\n\r\nwordpress@")
                .param("subjects", "Lampe")
                .param("delimiters", "")
                .param("fields[0].name", "name")
                .param("fields[0].labels", "de: Kunde, Name; Wer\nen: Customer")
                .param("fields[1].name", "email")
                .param("fields[1].labels", "de: Mail")
                .param("fields[2].name", "message")
                .param("fields[2].labels", "")
                .param("fields[3].name", "lamp")
                .param("fields[3].labels", "de: Lampe")
                .param("fields[4].name", "")
                .param("fields[4].labels", "");
    }

    private static FormProfile lamps() {
        return new FormProfile(
                "lamps",
                "Lamp shop",
                List.of("lamps.example", "wordpress@"),
                List.of("lamps.example"),
                List.of("Lampe"),
                List.of(),
                Map.of(
                        "name",
                        Map.of("de", List.of("Kunde, Name", "Wer"), "en", List.of("Customer")),
                        "email",
                        Map.of("de", List.of("Mail")),
                        "lamp",
                        Map.of("de", List.of("Lampe"))));
    }

    private Element tryIt(String sender, String subject, String text) throws Exception {
        return page(mvc.perform(asAdmin(post(PAGE + "/try"))
                                .param("sender", sender)
                                .param("subject", subject)
                                .param("text", text))
                        .andExpect(status().isOk()))
                .selectFirst("#try");
    }

    private String refused(String number) throws Exception {
        return page(mvc.perform(asAdmin(post(PAGE + "/try")).param("number", number))
                        .andExpect(status().isUnprocessableEntity()))
                .select(".field-error")
                .text();
    }

    private ResultActions save(String key, Document form) throws Exception {
        return mvc.perform(filledIn(post(PAGE + "/profiles/" + key), form));
    }

    /** As a browser sends the form. */
    private MockHttpServletRequestBuilder filledIn(MockHttpServletRequestBuilder request, Document form) {
        asAdmin(request);
        form.select(".setting > form:first-of-type :is(input, textarea)[name]:not([name=_csrf])")
                .forEach(field ->
                        request.param(field.attr("name"), field.nameIs("textarea") ? field.wholeText() : field.val()));
        return request;
    }

    private Document shown(String path) throws Exception {
        return page(mvc.perform(asAdmin(get(path))).andExpect(status().isOk()));
    }

    private MockHttpServletRequestBuilder asAdmin(MockHttpServletRequestBuilder request) {
        return request.with(user("admin")).with(csrf()).session(session).locale(Locale.ENGLISH);
    }

    private static Document page(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
