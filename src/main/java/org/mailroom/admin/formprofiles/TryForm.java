package org.mailroom.admin.formprofiles;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A mail by which profiles are tried, as it was entered.
 *
 * @param number of a received mail; empty where one was pasted
 */
record TryForm(@Nullable String number, @Nullable String sender, @Nullable String subject, @Nullable String text) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    static TryForm empty() {
        return new TryForm("", "", "", "");
    }

    void check(Errors errors) {
        if (!line(number).isEmpty() && !NUMBER.matcher(line(number)).matches()) {
            errors.rejectValue("number", "error.mail-number");
        } else if (line(number).isEmpty() && line(text).isEmpty()) {
            errors.rejectValue("text", "error.mail-text");
        }
    }

    boolean isPasted() {
        return line(number).isEmpty();
    }

    long id() {
        return Long.parseLong(line(number));
    }

    /** What was pasted, as a mail. */
    byte[] raw() {
        String mail = "From: " + line(sender) + "\r\nSubject: " + line(subject) + "\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                + Objects.requireNonNullElse(text, "");
        return mail.getBytes(StandardCharsets.UTF_8);
    }

    private static String line(@Nullable String given) {
        return Objects.requireNonNullElse(given, "")
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
    }
}
