package org.mailroom.outbox.smtp;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.mailroom.mailserver.MailServer;
import org.mailroom.mailserver.Trouble;
import org.mailroom.mailserver.Trouble.Kind;
import org.mailroom.outbox.smtp.Delivery.Failure;

/**
 * Reads what Jakarta Mail throws. By the first digit of the answer (RFC 5321, 4.2.1): 5 is for good, all else may be better
 * next time. Of several answers the mildest counts, so that nobody is given up too early. What the server says of
 * us and not of the mail, such as that we must log in (RFC 4954, 6), is never the mail's failure.
 */
final class SmtpFailure {

    private static final int SHOWN_OUT = 421;
    private static final Set<Integer> LOG_IN_FIRST = Set.of(530, 534, 535, 538);

    /** What Jakarta Mail makes of a connection that ended without an answer. */
    private static final int NO_ANSWER = -1;

    private SmtpFailure() {}

    /** Before any mail was named. */
    static Trouble atTheDoor(Exception thrown, MailServer server, String user) {
        return Trouble.of(thrown, server, user)
                .orElseGet(() -> new Trouble(Kind.OTHER, server + " cannot be used: " + thrown.getMessage()));
    }

    static Delivery ofMail(MessagingException thrown, MailServer server) {
        List<MessagingException> answers = answers(thrown);
        String words = (answers.isEmpty() ? Stream.of(thrown) : answers.stream())
                .map(SmtpFailure::words)
                .distinct()
                .collect(Collectors.joining(" / "));
        if (answers.stream().anyMatch(answer -> LOG_IN_FIRST.contains(code(answer)))) {
            Kind kind = words.contains("STARTTLS") ? Kind.UNPROTECTED : Kind.LOGIN_REFUSED;
            return Delivery.untouched(new Trouble(kind, server + " takes nothing from us. It says: " + words));
        }
        boolean forGood = !answers.isEmpty() && answers.stream().allMatch(answer -> code(answer) / 100 == 5);
        return new Delivery(takenFor(thrown), new Failure(words, forGood), trouble(thrown, server, answers, words));
    }

    private static @Nullable Trouble trouble(
            MessagingException thrown, MailServer server, List<MessagingException> answers, String words) {
        if (answers.stream().anyMatch(answer -> code(answer) == SHOWN_OUT)) {
            return new Trouble(Kind.OTHER, server + " takes nothing now. It says: " + words);
        }
        boolean broken = thrown.getCause() instanceof IOException
                || answers.stream().anyMatch(answer -> code(answer) == NO_ANSWER);
        return broken
                ? new Trouble(Kind.SILENT, server + " hung up or fell silent in the middle of a mail: " + words)
                : null;
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

    /** The answer's code; 0 for what is no answer. */
    private static int code(MessagingException thrown) {
        if (thrown instanceof SMTPAddressFailedException refused) {
            return refused.getReturnCode();
        }
        return thrown instanceof SMTPSendFailedException refused ? refused.getReturnCode() : 0;
    }

    private static String words(MessagingException thrown) {
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
