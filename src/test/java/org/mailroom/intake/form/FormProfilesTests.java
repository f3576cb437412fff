package org.mailroom.intake.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MailroomTest
class FormProfilesTests {

    @Autowired
    FormProfiles profiles;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void leaveOnlyTheShipped() {
        profiles.remove("own");
        profiles.remove("web-form");
    }

    @Test
    void fiveComeWithMailroom() {
        assertThat(profiles.all())
                .extracting(FormProfile::key)
                .containsExactly(
                        "real-estate-portals",
                        "real-estate-portals-german",
                        "real-estate-portals-english",
                        "web-form",
                        "labelled-lines");
    }

    @Test
    void anotherIsAddedAndChangedAndComesFirst() {
        profiles.put(profile("own", "First"));
        profiles.put(profile("own", "Second"));

        assertThat(profiles.all()).hasSize(6).startsWith(profile("own", "Second"));
    }

    @Test
    void oneThatWasAddedTakesThePlaceOfTheShippedUntilItIsRemoved() {
        profiles.put(profile("web-form", "Ours"));

        assertThat(profiles.all()).hasSize(5).startsWith(profile("web-form", "Ours"));

        profiles.remove("web-form");

        assertThat(profiles.all()).hasSize(5).doesNotContain(profile("web-form", "Ours"));
    }

    /** What another node changes is changed in the table alone. */
    @Test
    void whatAnotherNodeChangesIsSeenALittleLater() {
        profiles.all();
        profiles.put(profile("own", "Ours"));
        profiles.all();

        jdbc.sql("delete from form_profile where key = 'own'").update();

        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(profiles.all()).hasSize(5));
    }

    @Test
    void oneThatCannotBeReadIsLeftOut() {
        profiles.put(profile("own", "Ours"));
        jdbc.sql("update form_profile set definition = '{\"key\": \"own\", \"senders\": 7}' where key = 'own'")
                .update();
        profiles.put(profile("web-form", "Ours too"));

        assertThat(profiles.all()).hasSize(5).startsWith(profile("web-form", "Ours too"));
    }

    private static FormProfile profile(String key, String name) {
        return new FormProfile(
                key,
                name,
                List.of("form@shop.example"),
                List.of(),
                List.of("Anfrage"),
                List.of(),
                Map.of("email", Map.of("de", List.of("E-Mail")), "name", Map.of("de", List.of("Name"))));
    }
}
