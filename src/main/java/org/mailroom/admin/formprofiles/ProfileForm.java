package org.mailroom.admin.formprofiles;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailroom.intake.form.FormProfile;
import org.springframework.validation.Errors;

/** A profile as it was entered, one sender, subject or beginning of a line in each line of its field. */
record ProfileForm(
        @Nullable String key,
        @Nullable String name,
        @Nullable String gateways,
        @Nullable String trusted,
        @Nullable String subjects,
        @Nullable String delimiters,
        @Nullable List<@Nullable FieldForm> fields) {

    /** What means something to Mailroom, in the order of the page. */
    static final List<String> OWN_FIELDS = List.of("name", "email", "phone", "reference", "message");

    private static final int EMPTY_ROWS = 3;
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,100}");
    private static final Pattern GATEWAY = Pattern.compile("(?i)[^\\s@,;<>]{1,64}@|([^\\s@,;<>]{1,64}@)?"
            + "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?(\\.[\\p{L}\\p{N}-]+)+");

    static ProfileForm empty() {
        return of("", "", List.of(), List.of(), List.of(), List.of(), Map.of());
    }

    static ProfileForm of(FormProfile profile) {
        return of(
                profile.key(),
                profile.name(),
                profile.gateways(),
                profile.trusted(),
                profile.subjects(),
                profile.delimiters(),
                profile.labels());
    }

    /** The same under another key and name. */
    ProfileForm named(String otherKey, @Nullable String otherName) {
        return new ProfileForm(otherKey, otherName, gateways, trusted, subjects, delimiters, fields);
    }

    void check(Errors errors) {
        if (!NAME.matcher(title()).matches()) {
            errors.rejectValue("name", "error.profile-name");
        }
        senders().stream()
                .filter(sender -> !GATEWAY.matcher(sender).matches())
                .findFirst()
                .ifPresent(wrong -> reject(errors, "gateways", "error.gateway", wrong));
        EnteredLines.of(trusted).stream()
                .filter(sender -> !senders().contains(sender))
                .findFirst()
                .ifPresentOrElse(
                        stranger -> reject(errors, "trusted", "error.trusted-stranger", stranger),
                        () -> checkTrusted(errors));
        checkFields(errors);
    }

    /** A beginning of an address such as {@code wordpress@} is anybody's. */
    private void checkTrusted(Errors errors) {
        EnteredLines.of(trusted).stream()
                .filter(sender -> sender.endsWith("@"))
                .findFirst()
                .ifPresent(anybody -> reject(errors, "trusted", "error.trusted-anybody", anybody));
    }

    private void checkFields(Errors errors) {
        Set<String> names = new HashSet<>();
        List<FieldForm> rows = rows();
        for (int row = 0; row < rows.size(); row++) {
            errors.pushNestedPath("fields[" + row + "]");
            rows.get(row).check(errors);
            if (rows.get(row).isUsed() && !names.add(rows.get(row).word())) {
                errors.rejectValue("name", "error.field-name-twice");
            }
            errors.popNestedPath();
        }
        if (names.size() < 2) {
            errors.rejectValue("fields", "error.fields-few");
        }
    }

    /** What was entered without a mistake. */
    FormProfile profile() {
        return new FormProfile(
                id(),
                title(),
                senders(),
                EnteredLines.of(trusted),
                EnteredLines.of(subjects),
                EnteredLines.of(delimiters),
                rows().stream().filter(FieldForm::isUsed).collect(toMap(FieldForm::word, FieldForm::byLanguage)));
    }

    String id() {
        return Objects.requireNonNullElse(key, "").strip();
    }

    /** Every row that there is. What the template asks is public, which it has to be for that. */
    public List<FieldForm> rows() {
        return fields == null
                ? List.of()
                : fields.stream()
                        .map(row -> row == null ? FieldForm.empty("") : row)
                        .toList();
    }

    private String title() {
        return Objects.requireNonNullElse(name, "").strip();
    }

    private List<String> senders() {
        return EnteredLines.of(gateways);
    }

    private static void reject(Errors errors, String field, String code, String wrong) {
        errors.rejectValue(field, code, new Object[] {wrong}, null);
    }

    private static ProfileForm of(
            String key,
            String name,
            List<String> gateways,
            List<String> trusted,
            List<String> subjects,
            List<String> delimiters,
            Map<String, Map<String, List<String>>> labels) {
        Map<String, Map<String, List<String>>> others = new TreeMap<>(labels);
        List<@Nullable FieldForm> rows = new ArrayList<>();
        OWN_FIELDS.forEach(
                field -> rows.add(FieldForm.of(field, Objects.requireNonNullElse(others.remove(field), Map.of()))));
        others.forEach((field, languages) -> rows.add(FieldForm.of(field, languages)));
        for (int row = 0; row < EMPTY_ROWS; row++) {
            rows.add(FieldForm.empty(""));
        }
        return new ProfileForm(
                key,
                name,
                EnteredLines.text(gateways),
                EnteredLines.text(trusted),
                EnteredLines.text(subjects),
                EnteredLines.text(delimiters),
                rows);
    }
}
