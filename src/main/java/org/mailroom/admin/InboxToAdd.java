package org.mailroom.admin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.EscalationRule;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.WhenClosed;
import org.mailroom.message.EmailAddress;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An inbox among the settings; {@link Inbox} says what each value means.
 *
 * @param mailbox the account that its mail is picked up from; null where mail comes in another way
 */
record InboxToAdd(
        @NotNull(message = "is missing")
                @Pattern(
                        regexp = "[a-z][a-z0-9-]{0,39}",
                        message = "has lower-case letters, digits and hyphens, at most 40, and begins with a letter")
                String key,
        @NotBlank(message = "is missing: what people call the inbox") String name,
        @NotBlank(message = "is missing: where mail to the inbox goes") @Email(message = "is no e-mail address")
                String address,
        @NotNull(message = "is missing: what its case numbers begin with")
                @Pattern(
                        regexp = Inbox.CASE_PREFIX,
                        message = "has capital letters and digits, at most 10, and begins with a letter")
                String casePrefix,
        @Nullable String defaultOwner,
        @DefaultValue("true") boolean confirms,
        @DefaultValue("false") boolean summarises,
        @DefaultValue("true") boolean addsContacts,
        @DefaultValue("24h") Duration target,
        @DefaultValue("14d") Duration reopenWindow,
        @DefaultValue("reopen") WhenClosed whenClosed,
        @Nullable @Valid MailboxToAdd mailbox,
        @DefaultValue @Valid List<EscalationToAdd> escalation) {

    @AssertTrue(message = "must be a minute or longer")
    boolean isTarget() {
        return target.toMinutes() > 0;
    }

    @AssertTrue(message = "cannot be negative")
    boolean isReopenWindow() {
        return !reopenWindow.isNegative();
    }

    @AssertTrue(message = "has a level twice")
    boolean isEscalation() {
        return escalation.stream().map(EscalationToAdd::level).distinct().count() == escalation.size();
    }

    Inbox inbox() {
        return new Inbox(
                new InboxKey(key),
                name,
                new EmailAddress(address, name),
                casePrefix,
                defaultOwner,
                confirms,
                summarises,
                addsContacts,
                target,
                reopenWindow,
                whenClosed);
    }

    List<EscalationRule> rules() {
        return escalation.stream().map(EscalationToAdd::rule).toList();
    }
}
