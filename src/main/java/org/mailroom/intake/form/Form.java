package org.mailroom.intake.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailroom.message.EmailAddress;

/**
 * What somebody entered into a form.
 *
 * @param profile the key of the profile by which it was read
 * @param fields by name, in the order of the mail; empty where the mail was not understood
 * @param requester who entered it, where the gateway's word is enough for that; null otherwise
 * @param evidence what it was known by, a sentence for people
 */
public record Form(String profile, Map<String, String> fields, @Nullable EmailAddress requester, String evidence) {

    public Form {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** False where a gateway that we know wrote what its profile cannot read. */
    public boolean isUnderstood() {
        return !fields.isEmpty();
    }

    /** Empty where the form has no such field. */
    public String get(String field) {
        return fields.getOrDefault(field, "");
    }
}
