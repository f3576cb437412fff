package org.mailroom.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mailroom.intake.Judgement.Kind;
import org.mailroom.intake.mime.MailReader;
import org.mailroom.message.EmailAddress;

/** Nobody reads what would be sent to the address that an answer goes to. */
class NoReplyCheck implements Check {

    private static final Set<String> NOBODY = Set.of(
            "abuse",
            "bounce",
            "bounces",
            "mailerdaemon",
            "postmaster",
            "root",
            "daemon",
            "nobody",
            "unattended",
            "devnull");
    private static final List<String> NO_ANSWER = List.of(
            "noreply",
            "donotreply",
            "dontreply",
            "noresponse",
            "noresponses",
            "notreply",
            "neverreply",
            "replynot",
            "nichtantworten",
            "bittenichtantworten",
            "keineantwort",
            "nepasrepondre",
            "noresponder",
            "noresponda",
            "noresponde",
            "naoresponda",
            "naoresponder",
            "nonrispondere",
            "nietbeantwoorden",
            "nietantwoorden",
            "nietreageren",
            "svaraej",
            "svarainte",
            "svarikke",
            "ikkesvar",
            "eivastata",
            "alavastaa",
            "nieodpowiadaj",
            "neodpovidat",
            "neodpovidejte",
            "neodpovedat",
            "neodgovarjaj",
            "neodgovaraj",
            "nevalaszolj",
            "neotvechat",
            "yanitlamayin",
            "cevaplama");
    private static final Pattern MARKS = Pattern.compile("[._-]");
    private static final Pattern TAG = Pattern.compile("[-_]{1,2}(?=[a-z0-9])|\\d{1,9}$");

    @Override
    public Optional<Judgement> judge(Letter letter) {
        EmailAddress requester = letter.message().requester();
        if (requester.equals(MailReader.NOBODY) || !requester.address().contains("@")) {
            return Optional.of(
                    Judgement.of(Kind.NO_REPLY, "No reply: the mail names no address that could be answered."));
        }
        return isNobody(localPart(requester))
                ? Optional.of(Judgement.of(Kind.NO_REPLY, "No reply: nobody reads answers to the sender's address."))
                : Optional.empty();
    }

    /** Also with a purpose before or behind it: {@code noreply-orders}, {@code orders_no-reply}, {@code noreply2}. */
    private static boolean isNobody(String local) {
        String word = MARKS.matcher(local).replaceAll("");
        if (NOBODY.contains(word)) {
            return true;
        }
        return NO_ANSWER.stream()
                .anyMatch(no -> word.equals(no)
                        || (word.startsWith(no)
                                && TAG.matcher(after(local, no.length())).lookingAt())
                        || (word.endsWith(no) && word.length() > no.length() && !isLetter(before(local, no.length()))));
    }

    /** What follows the first letters, however many marks stand between them. */
    private static String after(String local, int letters) {
        int at = 0;
        for (int seen = 0; seen < letters; at++) {
            seen += MARKS.matcher(local.substring(at, at + 1)).matches() ? 0 : 1;
        }
        return local.substring(at);
    }

    /** The character before the last letters. */
    private static char before(String local, int letters) {
        int at = local.length();
        for (int seen = 0; seen < letters; ) {
            at--;
            seen += MARKS.matcher(local.substring(at, at + 1)).matches() ? 0 : 1;
        }
        return local.charAt(at - 1);
    }

    private static boolean isLetter(char letter) {
        return Character.isLetterOrDigit(letter);
    }

    /** Without a tag, as in {@code noreply+42}. */
    private static String localPart(EmailAddress address) {
        return address.key().substring(0, address.key().lastIndexOf('@')).split("\\+", 2)[0];
    }
}
