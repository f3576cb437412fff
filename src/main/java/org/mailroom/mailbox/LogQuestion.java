package org.mailroom.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailroom.mailbox.ReceivedMail.State;

/**
 * Which lines of the log of received mail are asked for; null is no condition.
 *
 * @param mailbox name of an account
 * @param since received at this time or later
 * @param words part of the sender's address or of the subject, upper and lower case alike
 * @param after the id of the last line that one has: only older ones
 */
public record LogQuestion(
        @Nullable State state,
        @Nullable String mailbox,
        @Nullable Instant since,
        @Nullable String words,
        @Nullable Long after) {}
