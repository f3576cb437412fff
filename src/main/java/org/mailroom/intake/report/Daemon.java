package org.mailroom.intake.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mailroom.intake.mime.ReadMail;
import org.mailroom.intake.mime.field.Fields;

/** Whether a mail server wrote a mail, by the name that it gives itself. */
enum Daemon {
    /** Nobody else has this name. */
    SURELY,
    /** A mail server, or the person who looks after it and writes with a program that does not name itself. */
    PROBABLY,
    /** Whoever wants to be told of no failure (RFC 5321, 4.5.5). */
    UNRETURNABLE,
    /** A program, as Auto-Submitted says (RFC 3834), or an address where nobody reads. */
    PROGRAM,
    /** Nothing says so. */
    UNLIKELY;

    private static final List<String> NAMES = List.of(
            "mail delivery",
            "mail deliver",
            "mail system",
            "mailer-daemon",
            "mailer daemon",
            "mailerdaemon",
            "mail daemon",
            "delivery subsystem",
            "delivery system",
            "delivery service",
            "delivery notification",
            "system administrator",
            "systemadministrator",
            "mail administrator",
            "email administrator",
            "postmaster",
            "message router",
            "internet mail",
            "mail server",
            "mailserver",
            "mail router",
            "email delivery",
            "returned mail",
            "microsoft exchange",
            "message transfer",
            "mail transfer",
            "administrateur système",
            "administrador del sistema",
            "amministratore di sistema",
            "systeembeheerder",
            "systemadministratör",
            "администратор",
            "システム管理者",
            "メールシステム",
            "系统管理员",
            "系統管理員",
            "시스템 관리자",
            "content-filter",
            "content filter",
            "interscan",
            "mailmarshal",
            "mailsweeper",
            "mail gateway",
            "m-filter",
            "messaging gateway");
    private static final Set<String> DAEMONS =
            Set.of("mailerdaemon", "maildaemon", "mdaemon", "mailerdeamon", "mailsystem");
    private static final Set<String> KEEPERS = Set.of(
            "postmaster",
            "postoffice",
            "mailadmin",
            "mailadministrator",
            "mailsystem",
            "mailer",
            "mmdf",
            "uucp",
            "smtp",
            "maildelivery",
            "maildeliverysystem",
            "mailgateway",
            "exchange",
            "ndr",
            "bounce",
            "bounces",
            "bouncehandler");

    private static final Set<String> NOT_WRITTEN_TO =
            Set.of("postmaster", "hostmaster", "abuse", "noreply", "donotreply");

    static Daemon of(ReadMail mail) {
        String local = mail.message().from().key().split("@", 2)[0];
        String word = plain(local);
        if (DAEMONS.contains(word) || local.startsWith("mailer-daemon") || local.startsWith("mailer_daemon")) {
            return SURELY;
        }
        String field = mail.fields().first("from").orElse("").toLowerCase(Locale.ROOT);
        String name = (field + " ").split("<", 2)[0];
        boolean keeper = KEEPERS.contains(word)
                || word.startsWith("postmaster")
                || local.startsWith("microsoftexchange")
                || NAMES.stream().anyMatch(name::contains)
                || field.isBlank()
                || field.equals("<>");
        if (keeper && !mail.fields().has("user-agent")) {
            return PROBABLY;
        }
        if (isUnreturnable(mail.fields())) {
            return UNRETURNABLE;
        }
        return isName(local) || isSubmittedByProgram(mail.fields()) ? PROGRAM : UNLIKELY;
    }

    /** The local part of an address that no mail of ours goes to on purpose. */
    static boolean isName(String local) {
        String word = plain(local);
        return DAEMONS.contains(word) || NOT_WRITTEN_TO.contains(word) || local.startsWith("mailer-daemon");
    }

    private static boolean isUnreturnable(Fields fields) {
        return fields.all("return-path").stream()
                .map(path -> path.replaceAll("\\s", "").toLowerCase(Locale.ROOT))
                .anyMatch(path ->
                        path.equals("<>") || path.startsWith("<mailer-daemon") || path.startsWith("<postmaster"));
    }

    private static boolean isSubmittedByProgram(Fields fields) {
        return fields.all("auto-submitted").stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).startsWith("auto-"));
    }

    private static String plain(String local) {
        return local.replaceAll("[._-]", "");
    }
}
