package org.mailroom.admin.inboxes;

import static java.lang.Boolean.TRUE;
import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.Inbox;

/**
 * An inbox as an admin types it; a box that is not ticked is missing.
 *
 * @param targetMinutes how long after opening a case is due
 * @param reopenDays how long after closing an answer still reopens the case
 */
record InboxForm(
        @NotBlank @Size(max = 100) @Nullable String name,
        @Nullable Boolean confirms,
        @Nullable Boolean summarises,
        @Nullable Boolean addsContacts,
        @NotNull @Pattern(regexp = "[1-9][0-9]{0,5}") @Nullable String targetMinutes,
        @NotNull @Pattern(regexp = "[0-9]{1,4}") @Nullable String reopenDays) {

    static InboxForm of(Inbox inbox) {
        return new InboxForm(
                inbox.name(),
                inbox.confirms(),
                inbox.summarises(),
                inbox.addsContacts(),
                Long.toString(inbox.target().toMinutes()),
                Long.toString(inbox.reopenWindow().toDays()));
    }

    /** The inbox as it should be. */
    Inbox applyTo(Inbox inbox) {
        return new Inbox(
                inbox.key(),
                requireNonNull(name).strip(),
                inbox.address(),
                inbox.casePrefix(),
                inbox.defaultOwner(),
                TRUE.equals(confirms),
                TRUE.equals(summarises),
                TRUE.equals(addsContacts),
                Duration.ofMinutes(Long.parseLong(requireNonNull(targetMinutes))),
                Duration.ofDays(Long.parseLong(requireNonNull(reopenDays))));
    }
}
