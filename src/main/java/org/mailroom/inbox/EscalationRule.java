package org.mailroom.inbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One level of an inbox's escalation: when it comes and what it does.
 *
 * @param level 1 to 9, the order in which levels are read by people; when they come is the delay's matter
 * @param delay after the due date; negative is before it
 * @param target user id of who gets the case ({@link Action#REASSIGN}) or is told ({@link Action#NOTIFY}, null for all
 *     members); null for {@link Action#RAISE_PRIORITY}
 */
public record EscalationRule(int level, Duration delay, Action action, @Nullable String target) {

    /** What an escalation does. */
    public enum Action {
        /** The case moves up in its queue. */
        RAISE_PRIORITY,
        /** The owner, or the target, or all members get a mail. */
        NOTIFY,
        /** The case becomes the target's. */
        REASSIGN
    }

    public EscalationRule {
        if (level < 1 || level > 9) {
            throw new IllegalArgumentException("An escalation level is a number from 1 to 9");
        }
        if (action == Action.REASSIGN && target == null) {
            throw new IllegalArgumentException("To reassign a case, name whom it goes to");
        }
    }
}
