package org.mailroom.admin;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Set;
import org.mailroom.engine.Person;
import org.mailroom.message.EmailAddress;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** A person among the settings; {@link Person} says what each value means. */
record PersonToAdd(
        @NotNull(message = "is missing: what the person logs in with")
                @Pattern(
                        regexp = "[A-Za-z0-9][A-Za-z0-9._@-]{0,62}",
                        message = "has letters, digits and ._@- at most 63, and begins with a letter or digit")
                String id,
        @NotBlank(message = "is missing: first and last name") String name,
        @NotBlank(message = "is missing: where notices go") @Email(message = "is no e-mail address") String email,
        @NotBlank(message = "is missing") String password,
        @DefaultValue Set<String> groups) {

    Person person() {
        return new Person(id, name, new EmailAddress(email, name), groups);
    }

    /** Without the password, so that none is ever logged. */
    @Override
    public String toString() {
        return "PersonToAdd[" + id + "]";
    }
}
