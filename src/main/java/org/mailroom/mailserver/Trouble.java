package org.mailroom.mailserver;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why a mail server cannot be used, as a person can do something about it.
 *
 * @param words a sentence that names the server, with its own words where it said some; nothing of any mail
 */
public record Trouble(Kind kind, String words) {

    /** What has to be done about it. */
    public enum Kind {
        /** The name or port is wrong, or the server or the network is down. */
        UNREACHABLE,
        /** It was reached and then said nothing, or hung up. */
        SILENT,
        /** No protected connection could be made. */
        UNPROTECTED,
        /** User or password are wrong, or the token was not taken. */
        LOGIN_REFUSED,
        /** The sign-in service gives no token: somebody has to sign in anew, or the client is set up wrongly. */
        SIGN_IN_REFUSED,
        /** A folder is not there. */
        NO_FOLDER,
        /** Anything else. */
        OTHER;

        /** Whether trying again soon is of no use and may get the account locked. */
        public boolean needsAPerson() {
            return this == LOGIN_REFUSED || this == SIGN_IN_REFUSED;
        }
    }

    /**
     * Reads what was thrown while a server was connected to; empty where it says nothing about a server.
     *
     * @param user who was to log in
     */
    public static Optional<Trouble> of(Throwable thrown, MailServer server, String user) {
        return fromWithin(thrown).flatMap(cause -> read(cause, server, user)).findFirst();
    }

    private static Stream<Trouble> read(Throwable cause, MailServer server, String user) {
        String said = words(cause.getMessage());
        if (cause instanceof SignInRefused refused) {
            return one(refused.isForGood() ? Kind.SIGN_IN_REFUSED : Kind.UNREACHABLE, said);
        } else if (cause instanceof AuthenticationFailedException) {
            return one(Kind.LOGIN_REFUSED, server + " refuses the login of " + user + ". It says: " + said);
        } else if (cause instanceof FolderNotFoundException missing) {
            return one(Kind.NO_FOLDER, server + " has no folder " + name(missing) + " for " + user + ".");
        } else if (cause instanceof SSLException) {
            return one(Kind.UNPROTECTED, "No protected connection to " + server + " can be made: " + said);
        } else if (cause instanceof UnknownHostException) {
            return one(Kind.UNREACHABLE, "The name " + said + " is not known.");
        } else if (cause instanceof SocketTimeoutException) {
            return one(Kind.SILENT, server + " does not answer in time.");
        } else if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return one(Kind.UNREACHABLE, server + " cannot be reached: " + said);
        } else if (cause instanceof SocketException) {
            return one(Kind.SILENT, server + " hung up: " + said);
        } else if (cause instanceof MessagingException) {
            Kind kind = said.contains("STARTTLS") ? Kind.UNPROTECTED : Kind.OTHER;
            return one(kind, server + " cannot be used: " + said);
        }
        return Stream.empty();
    }

    private static Stream<Trouble> one(Kind kind, String words) {
        return Stream.of(new Trouble(kind, words));
    }

    private static String name(FolderNotFoundException missing) {
        @Nullable Folder folder = missing.getFolder();
        return folder == null ? words(missing.getMessage()) : folder.getFullName();
    }

    /** The causes, the innermost first: it says most. */
    private static Stream<Throwable> fromWithin(Throwable thrown) {
        Deque<Throwable> causes = new ArrayDeque<>();
        for (Throwable cause = thrown; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.push(cause);
        }
        return causes.stream();
    }

    /** In one line: a server may say several. */
    private static String words(@Nullable String said) {
        return said == null ? "nothing" : said.replaceAll("\\s+", " ").strip();
    }
}
