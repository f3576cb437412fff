package org.mailroom.intake.mime.field;

import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.intake.text.CleanText;

/** Tells addresses (RFC 5321, 4.1.2; RFC 6531) from other words, without deciding whether they exist. */
final class Addresses {

    private static final int LONGEST = 254;
    private static final String NEVER = " <>(),;:\"\\[]";

    private Addresses() {}

    static Optional<String> valid(String written) {
        if (written.length() > LONGEST * 2) {
            return Optional.empty();
        }
        String bare = Stream.of(written.strip())
                .map(text -> text.regionMatches(true, 0, "mailto:", 0, 7) ? text.substring(7) : text)
                .map(text -> text.startsWith("@") ? text.substring(text.indexOf(':') + 1) : text)
                .map(text -> text.replaceAll("\\s*([@.])\\s*", "$1"))
                .findFirst()
                .orElse("");
        boolean clean =
                bare.length() <= LONGEST && CleanText.line(bare, LONGEST).equals(bare);
        return clean && isAddress(bare) ? Optional.of(bare) : Optional.empty();
    }

    private static boolean isAddress(String bare) {
        int at = bare.lastIndexOf('@');
        String local = at < 0 ? bare : bare.substring(0, at);
        String domain = at < 0 ? "x" : bare.substring(at + 1);
        boolean quotedWord = at < 0 && bare.startsWith("\"");
        return isLocal(local) && isDomain(domain) && !quotedWord && !bare.contains("=?");
    }

    private static boolean isLocal(String local) {
        boolean quoted = local.length() > 2 && local.startsWith("\"") && local.endsWith("\"");
        return quoted ? !local.contains("<") : !local.isEmpty() && has(local, NEVER + "@");
    }

    private static boolean isDomain(String domain) {
        boolean literal = domain.startsWith("[") && domain.endsWith("]");
        return literal ? !domain.contains(" ") : !domain.isEmpty() && has(domain, NEVER);
    }

    private static boolean has(String text, String none) {
        return text.chars().noneMatch(letter -> none.indexOf(letter) >= 0);
    }
}
