package org.mailroom.intake.form;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The profiles that come with Mailroom. */
final class ShippedProfiles {

    private static final String FILE = "/form-profiles.json";

    private ShippedProfiles() {}

    static List<FormProfile> read(ObjectMapper json) {
        try (InputStream file = Objects.requireNonNull(ShippedProfiles.class.getResourceAsStream(FILE), FILE)) {
            return List.copyOf(json.readValue(file, new TypeReference<List<FormProfile>>() {}));
        } catch (IOException broken) {
            throw new UncheckedIOException("The form profiles that come with Mailroom cannot be read", broken);
        }
    }
}
