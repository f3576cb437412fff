package org.mailroom.engine.accounts;

import java.util.regex.Pattern;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;

/** Checks what is entered about a person before it reaches the database. */
final class ProfileCheck {

    private static final int LONGEST_ID = 64;
    private static final int LONGEST = 255;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>,;:\"()\\[\\]\\\\]+@[^@\\s<>,;:\"()\\[\\]\\\\]+");

    private ProfileCheck() {}

    /** @throws BadUserRequestException with a sentence that names the field */
    static void check(User user) {
        text("user id", user.getId(), LONGEST_ID);
        text("first name", user.getFirstName(), LONGEST);
        text("last name", user.getLastName(), LONGEST);
        text("e-mail address", user.getEmail(), LONGEST);
        String email = user.getEmail();
        if (email != null && !email.isBlank() && !ADDRESS.matcher(email).matches()) {
            throw new BadUserRequestException("The e-mail address is none. Enter one such as name@example.org.");
        }
    }

    private static void text(String field, @Nullable String value, int longest) {
        if (value == null) {
            return;
        }
        if (value.length() > longest) {
            throw new BadUserRequestException(
                    "The " + field + " is too long. It has at most " + longest + " characters.");
        }
        if (CONTROL.matcher(value).find()) {
            throw new BadUserRequestException(
                    "The " + field + " contains a line break or another control character. Leave it out.");
        }
    }
}
