package org.mailroom.intake.form;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mailroom.intake.mime.ReadMail;
import org.mailroom.intake.words.FoldedText;
import org.mailroom.message.EmailAddress;

/**
 * How the mail of one kind of form is known and read.
 *
 * @param key lower-case letters, digits and hyphens
 * @param name for people
 * @param gateways who sends it: an address, a domain with all below it, or a local part such as {@code wordpress@}
 * @param trusted those gateways whose word is enough for who the requester is
 * @param subjects words one of which its subject holds
 * @param delimiters beginnings of lines that end a value; a line of hyphens, underscores and the like always does
 * @param labels what stands before a value: field, language, labels. The fields {@code name}, {@code phone}, {@code email},
 *     {@code reference} and {@code message} mean something to Mailroom, others are shown as they are
 */
public record FormProfile(
        String key,
        String name,
        List<String> gateways,
        List<String> trusted,
        List<String> subjects,
        List<String> delimiters,
        Map<String, Map<String, List<String>>> labels) {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public FormProfile {
        if (!isKey(key)) {
            throw new IllegalArgumentException(
                    "The key of a form profile has lower-case letters, digits and hyphens, at "
                            + "most 40, and begins with a letter: " + key);
        }
        if (!gateways.containsAll(trusted)) {
            throw new IllegalArgumentException("Only a gateway of the form profile " + key + " can be trusted by it");
        }
        if (labels.size() < 2) {
            throw new IllegalArgumentException("The form profile " + key + " needs the labels of two fields or more");
        }
        gateways = List.copyOf(gateways);
        trusted = List.copyOf(trusted);
        subjects = List.copyOf(subjects);
        delimiters = List.copyOf(delimiters);
        labels = Map.copyOf(labels);
    }

    /** Whether a profile may have this key. */
    public static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }

    boolean isFromGateway(ReadMail mail) {
        return isFrom(mail, gateways);
    }

    /** That the mail is really the gateway's must be proven besides. */
    boolean isFromTrusted(ReadMail mail) {
        return isFrom(mail, trusted);
    }

    boolean hasItsSubject(ReadMail mail) {
        String subject = FoldedText.of(mail.message().subject());
        return subjects.stream().map(FoldedText::of).anyMatch(subject::contains);
    }

    /** Whether any mail may be such a form. */
    boolean isForAll() {
        return gateways.isEmpty() && subjects.isEmpty();
    }

    private static boolean isFrom(ReadMail mail, List<String> gateways) {
        EmailAddress author = mail.message().from();
        return gateways.stream().anyMatch(gateway -> matches(author.key(), FoldedText.of(gateway)));
    }

    private static boolean matches(String address, String gateway) {
        if (gateway.endsWith("@")) {
            return address.startsWith(gateway);
        }
        String domain = address.substring(address.lastIndexOf('@') + 1);
        return gateway.contains("@")
                ? address.equals(gateway)
                : domain.equals(gateway) || domain.endsWith("." + gateway);
    }
}
