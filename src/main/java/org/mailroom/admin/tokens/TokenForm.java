package org.mailroom.admin.tokens;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailroom.access.tokens.ApiToken;
import org.mailroom.access.tokens.Scope;
import org.springframework.validation.Errors;

/**
 * A token as it was asked for.
 *
 * @param scopes null where no box is ticked
 * @param lastDay as the browser's picker sends it; empty where the token is to last until it is revoked
 * @param zone in which that day ends; the browser's, or UTC where the page has no script
 */
record TokenForm(
        @Nullable String name, @Nullable List<String> scopes, @Nullable String lastDay, @Nullable String zone) {

    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,100}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    static TokenForm empty() {
        return new TokenForm("", List.of(), "", "");
    }

    void check(Errors errors, List<ApiToken> known, Clock clock) {
        if (!NAME.matcher(title()).matches()) {
            errors.rejectValue("name", "error.token-name");
        } else if (known.stream().anyMatch(token -> token.name().equals(title()))) {
            errors.rejectValue("name", "error.token-name-taken");
        }
        if (chosen().isEmpty()) {
            errors.rejectValue("scopes", "error.scopes");
        }
        Instant end = endsAt();
        if (!text(lastDay).isEmpty() && (end == null || !end.isAfter(clock.instant()))) {
            errors.rejectValue("lastDay", "error.last-day");
        }
    }

    String title() {
        return text(name).strip();
    }

    Set<Scope> chosen() {
        return Stream.of(Scope.values()).filter(this::has).collect(Collectors.toSet());
    }

    /** Whether its box is ticked. What the template asks is public, which it has to be for that. */
    public boolean has(Scope scope) {
        return scopes != null && scopes.contains(scope.name());
    }

    /** Null where the token lasts, and where the day cannot be read. */
    @Nullable
    Instant endsAt() {
        if (!DAY.matcher(text(lastDay)).matches()) {
            return null;
        }
        try {
            ZoneId place = ZoneId.of(text(zone).isEmpty() ? "UTC" : text(zone));
            return LocalDate.parse(text(lastDay))
                    .plusDays(1)
                    .atStartOfDay(place)
                    .toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "").strip();
    }
}
