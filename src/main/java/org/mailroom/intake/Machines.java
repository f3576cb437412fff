package org.mailroom.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.intake.words.WordList;
import org.mailroom.message.Message;

/** What scanners, phone systems, list servers and watching programs write, most of which know no field that says so. */
final class Machines {

    private static final Set<String> NAMES = Set.of(
            "scanner",
            "scan2mail",
            "scantomail",
            "copier",
            "kopierer",
            "faxserver",
            "fax2mail",
            "hylafax",
            "asterisk",
            "voicemail",
            "unityconnection",
            "nagios",
            "icinga",
            "zabbix",
            "logwatch",
            "fail2ban",
            "smartd",
            "mdadm",
            "majordomo",
            "listserv",
            "listproc");
    private static final List<String> FIELDS = List.of(
            "X-Asterisk-CallerID", "X-Asterisk-VM-Message-Num", "X-CiscoUnity-MessageType", "TLS-Report-Domain");
    private static final List<String> PROGRAMS = List.of("fritz!box", "konica minolta", "hylafax");
    private static final WordList OPENINGS = WordList.read("machine-openings");

    /** What receivers tell the owner of a domain (RFC 7489, 7.2.1.1; RFC 8460, 5.3). */
    private static final Pattern AGGREGATE = Pattern.compile("(?i)report domain: ?\\S{1,255} submitter: ?\\S.*");

    private Machines() {}

    static Optional<String> wrote(Letter letter) {
        return isNamed(letter.message())
                        || FIELDS.stream().anyMatch(letter.fields()::has)
                        || isProgram(letter)
                        || AGGREGATE.matcher(letter.message().subject().strip()).matches()
                        || OPENINGS.starts(opening(letter.message()))
                ? Optional.of("a machine wrote it, such as a scanner, a phone system or a list server.")
                : Optional.empty();
    }

    /** Unless an answer would reach somebody else: then the machine only carried what a person gave it. */
    private static boolean isNamed(Message message) {
        String local = message.from().key().split("@", 2)[0].replaceAll("[._-]", "");
        return NAMES.contains(local)
                && message.requester().key().equals(message.from().key());
    }

    private static boolean isProgram(Letter letter) {
        return Stream.of("X-Mailer", "User-Agent")
                .flatMap(name -> letter.fields().all(name).stream())
                .map(program -> program.toLowerCase(Locale.ROOT))
                .anyMatch(program -> PROGRAMS.stream().anyMatch(program::contains));
    }

    /** Only the very first line: a person may quote one, below words of his own. */
    private static String opening(Message message) {
        return message.newText().stripLeading().lines().findFirst().orElse("");
    }
}
