package org.mailroom.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one try.
 *
 * @param takenFor the recipients for whom the mail server took the mail
 * @param failure why not for the others; null where it took it for all
 */
record Delivery(List<String> takenFor, @Nullable Failure failure) {

    /**
     * Why a mail was not taken.
     *
     * @param words the mail server's own, or what went wrong on the way to it
     * @param forGood whether another try would fare the same
     */
    record Failure(String words, boolean forGood) {

        private static final int LONGEST = 1_000;

        Failure {
            words = OneLine.of(words, LONGEST);
        }
    }

    static Delivery failed(Failure failure) {
        return new Delivery(List.of(), failure);
    }
}
