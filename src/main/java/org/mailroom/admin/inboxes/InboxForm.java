package org.mailroom.admin.inboxes;

import static java.lang.Boolean.TRUE;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailroom.admin.forms.EnteredLength;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.WhenClosed;
import org.mailroom.message.EmailAddress;
import org.springframework.validation.Errors;

/**
 * What an inbox is called and does, as it was entered; a box that is not ticked is missing.
 *
 * @param owner user id of who gets new cases; empty or missing leaves them to the members
 */
record InboxForm(
        @Nullable String name,
        @Nullable String owner,
        @Nullable String targetAmount,
        @Nullable String targetUnit,
        @Nullable String reopenAmount,
        @Nullable String reopenUnit,
        @Nullable String whenClosed,
        @Nullable Boolean confirms,
        @Nullable Boolean summarises,
        @Nullable Boolean addsContacts,
        @Nullable Boolean receives,
        @Nullable Boolean marksReplies) {

    static final int LONGEST_NAME = 100;

    /** More is a mistake in typing. */
    private static final Duration MOST = Duration.ofDays(3650);

    static InboxForm of(Inbox inbox) {
        EnteredLength target = EnteredLength.of(inbox.target());
        EnteredLength reopen = EnteredLength.of(inbox.reopenWindow());
        return new InboxForm(
                inbox.name(),
                inbox.defaultOwner(),
                target.amount(),
                target.unit(),
                reopen.amount(),
                reopen.unit(),
                inbox.whenClosed().name(),
                inbox.confirms(),
                inbox.summarises(),
                inbox.addsContacts(),
                inbox.receives(),
                inbox.marksReplies());
    }

    /** What most inboxes do, for one that is to be added. */
    static InboxForm usual() {
        return new InboxForm(
                "",
                "",
                "1",
                ChronoUnit.DAYS.name(),
                "14",
                ChronoUnit.DAYS.name(),
                WhenClosed.REOPEN.name(),
                true,
                false,
                true,
                true,
                true);
    }

    /** @param owners user ids of those who may get new cases */
    void check(Errors errors, List<Inbox> others, Set<String> owners) {
        if (title().isEmpty() || title().length() > LONGEST_NAME) {
            errors.rejectValue("name", "error.inbox-name");
        } else if (others.stream().anyMatch(other -> other.name().equals(title()))) {
            errors.rejectValue("name", "error.inbox-name-taken");
        }
        if (!text(owner).isEmpty() && !owners.contains(owner)) {
            errors.rejectValue("owner", "error.owner");
        }
        if (Stream.of(WhenClosed.values()).noneMatch(known -> known.name().equals(whenClosed))) {
            errors.rejectValue("whenClosed", "error.when-closed");
        }
        check(errors, "targetAmount", target());
        check(errors, "reopenAmount", reopen());
        if (!errors.hasFieldErrors("targetAmount") && target().duration().isZero()) {
            errors.rejectValue("targetAmount", "error.target-zero");
        }
    }

    private static void check(Errors errors, String field, EnteredLength length) {
        if (!length.isReadable()) {
            errors.rejectValue(field, "error.length");
        } else if (length.duration().compareTo(MOST) > 0) {
            errors.rejectValue(field, "error.length-too-long");
        }
    }

    /** The inbox with what was entered without a mistake. */
    Inbox applyTo(Inbox inbox) {
        return inbox(inbox.key(), inbox.address(), inbox.casePrefix());
    }

    Inbox inbox(InboxKey key, EmailAddress address, String casePrefix) {
        return new Inbox(
                key,
                title(),
                address,
                casePrefix,
                text(owner).isEmpty() ? null : owner,
                TRUE.equals(confirms),
                TRUE.equals(summarises),
                TRUE.equals(addsContacts),
                target().duration(),
                reopen().duration(),
                WhenClosed.valueOf(text(whenClosed)),
                TRUE.equals(receives),
                TRUE.equals(marksReplies));
    }

    private String title() {
        return text(name).strip();
    }

    private EnteredLength target() {
        return new EnteredLength(text(targetAmount), text(targetUnit));
    }

    private EnteredLength reopen() {
        return new EnteredLength(text(reopenAmount), text(reopenUnit));
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }
}
