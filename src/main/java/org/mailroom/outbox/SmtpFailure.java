package org.mailroom.outbox;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.mailroom.outbox.Delivery.Failure;

/**
 * Reads what Jakarta Mail throws. By the first digit of the answer (RFC 5321, 4.2.1): 5 is for good, all else, a lost
 * connection too, may be better next time. Of several answers the mildest counts, so that nobody is given up too early.
 */
final class SmtpFailure {

    private SmtpFailure() {}

    static Delivery read(MessagingException thrown) {
        List<MessagingException> answers = answers(thrown);
        boolean forGood = !answers.isEmpty() && answers.stream().allMatch(answer -> code(answer) / 100 == 5);
        String words = (answers.isEmpty() ? Stream.of(thrown) : answers.stream())
                .map(SmtpFailure::words)
                .distinct()
                .collect(Collectors.joining(" / "));
        return new Delivery(takenFor(thrown), new Failure(words, forGood));
    }

    /** The chain without its frame: the exception around refused recipients carries no answer of the server. */
    private static List<MessagingException> answers(MessagingException thrown) {
        List<MessagingException> answers = new ArrayList<>();
        for (Exception link = thrown; link instanceof MessagingException one; link = one.getNextException()) {
            if (code(one) != 0 && code(one) / 100 != 2) {
                answers.add(one);
            }
        }
        return answers;
    }

    /** The answer's code; -1 for a connection that ended without one, 0 for what is no answer. */
    private static int code(MessagingException thrown) {
        if (thrown instanceof SMTPAddressFailedException refused) {
            return refused.getReturnCode();
        }
        return thrown instanceof SMTPSendFailedException refused ? refused.getReturnCode() : 0;
    }

    static String words(MessagingException thrown) {
        String words = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        Throwable cause = thrown.getCause();
        return cause == null || cause instanceof MessagingException ? words : words + ": " + cause.getMessage();
    }

    private static List<String> takenFor(MessagingException thrown) {
        Address @Nullable [] taken =
                thrown instanceof SendFailedException partly ? partly.getValidSentAddresses() : null;
        return taken == null
                ? List.of()
                : Stream.of(taken)
                        .map(one -> ((InternetAddress) one).getAddress())
                        .toList();
    }
}
