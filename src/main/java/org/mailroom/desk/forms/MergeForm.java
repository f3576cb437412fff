package org.mailroom.desk.forms;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.CaseNumber;
import org.springframework.validation.Errors;

/** The number of the case into which another one is to be merged, as it was typed or pasted, in brackets too. */
public record MergeForm(@Nullable String into) {

    private static final Pattern NUMBER = Pattern.compile("[A-Z][A-Z0-9]{0,9}-\\d{1,18}");

    public void check(Errors errors) {
        if (!NUMBER.matcher(typed()).matches()) {
            errors.rejectValue("into", "error.case-number");
        }
    }

    public CaseNumber number() {
        return new CaseNumber(typed());
    }

    private String typed() {
        return Objects.requireNonNullElse(into, "")
                .replaceAll("[\\s\\[\\]]", "")
                .toUpperCase(Locale.ROOT);
    }
}
