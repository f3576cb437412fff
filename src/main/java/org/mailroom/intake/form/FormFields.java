package org.mailroom.intake.form;

import java.util.Map;
import java.util.Optional;
import org.mailroom.intake.forward.Correspondents;
import org.mailroom.message.EmailAddress;

/**
 * What was found of a form.
 *
 * @param values the text of each field that is not empty, in the order of the mail
 * @param labels how many lines had a label that the profile knows
 */
record FormFields(Map<String, String> values, int labels) {

    static final FormFields NONE = new FormFields(Map.of(), 0);

    int count() {
        return values.size();
    }

    boolean isForm() {
        return labels >= 2 && values.size() >= 2;
    }

    /** Whether it is a form although nothing but its labels says so: a signature and the header of a mail have labels too. */
    boolean isFormForSure() {
        boolean reachable = !get("email").isEmpty() || !get("phone").isEmpty();
        return reachable && isForm() && (has("message") || has("name") && labels >= 3);
    }

    /** The address in the field for it. */
    Optional<EmailAddress> email() {
        return Correspondents.in(get("email")).stream()
                .flatMap(person -> person.mailable().stream())
                .map(EmailAddress::address)
                .map(address -> new EmailAddress(address, get("name")))
                .findFirst();
    }

    private boolean has(String field) {
        return !get(field).isEmpty();
    }

    private String get(String field) {
        return values.getOrDefault(field, "");
    }
}
