package org.mailroom.intake.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All form profiles: those that come with Mailroom, and those that were added, which take the place of one with their key.
 * They are asked for with every mail and so held in memory; what is changed on another node counts here a little later.
 */
@Component
public class FormProfiles {

    /** So much later at the most. */
    private static final Duration HELD_FOR = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(FormProfiles.class);

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final List<FormProfile> shipped;
    private volatile @Nullable Held held;

    FormProfiles(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.shipped = ShippedProfiles.read(json);
    }

    /** What was added, by key, and until when it is taken for what stands in the table. */
    private record Held(List<FormProfile> added, long until) {

        boolean isOver() {
            return System.nanoTime() - until > 0;
        }
    }

    /** Those that were added first. */
    public List<FormProfile> all() {
        Map<String, FormProfile> profiles = new LinkedHashMap<>();
        added().forEach(profile -> profiles.put(profile.key(), profile));
        shipped.forEach(profile -> profiles.putIfAbsent(profile.key(), profile));
        return List.copyOf(profiles.values());
    }

    /** Those that come with Mailroom, also where others have taken their places. */
    public List<FormProfile> shipped() {
        return shipped;
    }

    /** Those that are not as they come with Mailroom, by key. */
    public List<FormProfile> added() {
        Held now = held;
        return now == null || now.isOver() ? readAgain() : now.added();
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
        forget();
    }

    /** Takes away what was added; where it stood in the place of one that comes with Mailroom, that is back. */
    public void remove(String key) {
        jdbc.sql("delete from form_profile where key = :key").param("key", key).update();
        forget();
    }

    /** One at a time, so that nobody holds what was read before a change that is in the table by now. */
    private synchronized List<FormProfile> readAgain() {
        List<FormProfile> added =
                jdbc.sql("select definition from form_profile order by key").query(String.class).list().stream()
                        .flatMap(this::read)
                        .toList();
        held = new Held(added, System.nanoTime() + HELD_FOR.toNanos());
        return added;
    }

    private synchronized void forget() {
        held = null;
    }

    /** One that cannot be read keeps no mail from being taken in. */
    private Stream<FormProfile> read(String definition) {
        try {
            return Stream.of(json.readValue(definition, FormProfile.class));
        } catch (JsonProcessingException broken) {
            LOG.error("A form profile in the table form_profile cannot be read and counts for nothing", broken);
            return Stream.empty();
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
