package org.mailroom.admin.formprofiles;

import java.util.List;
import org.mailroom.intake.form.FormProfile;

/**
 * A profile as the list shows it.
 *
 * @param own whether it was added here
 * @param shipped whether one with its key comes with Mailroom
 */
record ShownProfile(FormProfile profile, boolean own, boolean shipped) {

    /** Mailroom's own fields first, then the others by name. */
    public List<String> fields() {
        return profile.labels().keySet().stream()
                .sorted((one, other) -> rank(one) == rank(other) ? one.compareTo(other) : rank(one) - rank(other))
                .toList();
    }

    private static int rank(String field) {
        int at = ProfileForm.OWN_FIELDS.indexOf(field);
        return at < 0 ? ProfileForm.OWN_FIELDS.size() : at;
    }
}
