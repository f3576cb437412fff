package org.mailroom.admin.inboxes;

import static java.lang.Boolean.TRUE;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.EscalationRule;
import org.mailroom.inbox.EscalationRule.Action;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.InboxKey;
import org.mailroom.message.EmailAddress;
import org.springframework.validation.Errors;

/**
 * What a new inbox gets once and keeps, as it was entered, in whatever case.
 *
 * @param notifies whether people are told when a case is due; null where the box is not ticked
 */
record NewInboxForm(
        @Nullable String key, @Nullable String address, @Nullable String casePrefix, @Nullable Boolean notifies) {

    /** Of what RFC 5321 allows, what mail servers give out. */
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>()\\[\\],;:\\\\\"]{1,64}@[a-z0-9-]+(\\.[a-z0-9-]+)*", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_ADDRESS = 254;

    static NewInboxForm empty() {
        return new NewInboxForm("", "", "", true);
    }

    void check(Errors errors, List<Inbox> known) {
        check(errors, "key", InboxKey.isKey(enteredKey()), known, this::hasKey);
        check(errors, "address", isAddress(), known, this::hasAddress);
        check(errors, "casePrefix", enteredPrefix().matches(Inbox.CASE_PREFIX), known, this::hasPrefix);
    }

    private static void check(
            Errors errors, String field, boolean wellFormed, List<Inbox> known, Predicate<Inbox> isTakenBy) {
        if (!wellFormed) {
            errors.rejectValue(field, "error." + field);
        } else if (known.stream().anyMatch(isTakenBy)) {
            errors.rejectValue(field, "error." + field + "-taken");
        }
    }

    /** The inbox that was entered without a mistake. */
    Inbox inbox(InboxForm does) {
        return does.inbox(new InboxKey(enteredKey()), EmailAddress.of(enteredAddress()), enteredPrefix());
    }

    List<EscalationRule> rules() {
        return TRUE.equals(notifies) ? List.of(new EscalationRule(1, Duration.ZERO, Action.NOTIFY, null)) : List.of();
    }

    private boolean isAddress() {
        return enteredAddress().length() <= LONGEST_ADDRESS
                && ADDRESS.matcher(enteredAddress()).matches();
    }

    private boolean hasKey(Inbox inbox) {
        return inbox.key().value().equals(enteredKey());
    }

    private boolean hasAddress(Inbox inbox) {
        return inbox.address().key().equals(EmailAddress.of(enteredAddress()).key());
    }

    private boolean hasPrefix(Inbox inbox) {
        return inbox.casePrefix().equals(enteredPrefix());
    }

    private String enteredKey() {
        return text(key).toLowerCase(Locale.ROOT);
    }

    private String enteredAddress() {
        return text(address);
    }

    private String enteredPrefix() {
        return text(casePrefix).toUpperCase(Locale.ROOT);
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "").strip();
    }
}
