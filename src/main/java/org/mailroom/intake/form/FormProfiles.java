package org.mailroom.intake.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All form profiles: those that come with Mailroom, and those that were added, which take the place of one with their key. */
@Component
public class FormProfiles {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final List<FormProfile> shipped;

    FormProfiles(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.shipped = ShippedProfiles.read(json);
    }

    /** Those that were added first. */
    public List<FormProfile> all() {
        Map<String, FormProfile> profiles = new LinkedHashMap<>();
        jdbc.sql("select definition from form_profile order by key")
                .query(String.class)
                .list()
                .forEach(definition -> put(profiles, read(definition)));
        shipped.forEach(profile -> profiles.putIfAbsent(profile.key(), profile));
        return List.copyOf(profiles.values());
    }

    /** Adds the profile, or puts it in the place of the one with its key. */
    public void put(FormProfile profile) {
        jdbc.sql(
                        """
                        insert into form_profile (key, definition) values (:key, :definition::jsonb)
                        on conflict (key) do update set definition = excluded.definition
                        """)
                .param("key", profile.key())
                .param("definition", written(profile))
                .update();
    }

    /** Takes away what was added; where it stood in the place of one that comes with Mailroom, that is back. */
    public void remove(String key) {
        jdbc.sql("delete from form_profile where key = :key").param("key", key).update();
    }

    private static void put(Map<String, FormProfile> profiles, FormProfile profile) {
        profiles.put(profile.key(), profile);
    }

    private FormProfile read(String definition) {
        try {
            return json.readValue(definition, FormProfile.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A form profile in the database cannot be read", broken);
        }
    }

    private String written(FormProfile profile) {
        try {
            return json.writeValueAsString(profile);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The form profile " + profile.key() + " cannot be written", impossible);
        }
    }
}
