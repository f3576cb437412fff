package org.mailroom.outbox.smtp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.mailserver.Trouble;

/**
 * What became of one try.
 *
 * @param takenFor the recipients for whom the mail server took the mail
 * @param failure why not for the others; null where it took it for all, or was not asked
 * @param trouble why the server cannot be asked any more; null while it can. Without a failure the mail was left as it was
 */
public record Delivery(List<String> takenFor, @Nullable Failure failure, @Nullable Trouble trouble) {

    /**
     * Why a mail was not taken.
     *
     * @param words the mail server's own, or what went wrong on the way to it
     * @param forGood whether another try would fare the same
     */
    public record Failure(String words, boolean forGood) {

        private static final int LONGEST = 1_000;

        public Failure {
            words = OneLine.of(words, LONGEST);
        }
    }

    static Delivery taken(List<String> recipients) {
        return new Delivery(recipients, null, null);
    }

    public static Delivery failed(Failure failure) {
        return new Delivery(List.of(), failure, null);
    }

    static Delivery untouched(Trouble trouble) {
        return new Delivery(List.of(), null, trouble);
    }

    /** Whether the server takes nothing more over this connection, and said so before it took anything of the mail. */
    boolean wasShownOut() {
        return trouble != null && trouble.kind() == Trouble.Kind.OTHER && takenFor.isEmpty() && failure != null;
    }

    /** Whether the server was not asked for this mail, so that it waits as before. */
    public boolean leftTheMailAlone() {
        return failure == null && trouble != null;
    }
}
