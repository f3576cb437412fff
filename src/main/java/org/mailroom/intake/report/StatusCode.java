package org.mailroom.intake.report;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a delivery ended, by the enhanced status code (RFC 3463).
 *
 * @param value such as {@code 5.1.1}
 */
record StatusCode(String value) {

    static final StatusCode FAILED = new StatusCode("5.0.0");
    static final StatusCode LATE = new StatusCode("4.0.0");

    /** No piece of an IP address or of a longer version number; the second figure is at most 7. */
    private static final Pattern ENHANCED = Pattern.compile("(?<![\\p{Alnum}.])[45]\\.[0-7]\\.\\d{1,3}(?!\\d|\\.\\d)");

    private static final Pattern REPLY = Pattern.compile("(?<![\\p{Alnum}.@/-])[45]\\d\\d(?=[ \\-#;:,)\\]]|$)");
    private static final Set<String> REPLIES = Set.of(
            "421", "422", "431", "432", "441", "442", "446", "447", "449", "450", "451", "452", "453", "454", "455",
            "471", "472", "500", "501", "502", "503", "504", "510", "511", "512", "513", "515", "521", "523", "525",
            "530", "535", "541", "542", "543", "544", "546", "547", "550", "551", "552", "553", "554", "555", "556",
            "557", "558", "559", "571", "572", "573");

    boolean isPermanent() {
        return value.startsWith("5");
    }

    /** Whether the address is wrong (RFC 3463, 3.2). */
    boolean isOfAddress() {
        return value.startsWith("5.1.");
    }

    /** What words mean that would be final elsewhere, from a server that goes on trying. */
    StatusCode whileTrying() {
        return new StatusCode("4" + value.substring(1));
    }

    /** Whether it says no more than that it failed. */
    boolean isGeneric() {
        return value.endsWith(".0.0");
    }

    /** The first code in the text that says more than that it failed, otherwise the first. */
    static Optional<StatusCode> written(String text) {
        Matcher codes = ENHANCED.matcher(text);
        Optional<StatusCode> first = Optional.empty();
        while (codes.find()) {
            StatusCode found = new StatusCode(codes.group());
            if (!found.isGeneric()) {
                return Optional.of(found);
            }
            first = first.or(() -> Optional.of(found));
        }
        return first;
    }

    /** As said in a code, otherwise in words. */
    static Optional<StatusCode> in(String text) {
        return coded(text).or(() -> worded(text));
    }

    /** A code as written, or a reply of SMTP (RFC 5321, 4.2) with the meaning of the words beside it. */
    static Optional<StatusCode> coded(String text) {
        return written(text).or(() -> reply(text)
                .map(code -> new StatusCode(code.charAt(0)
                        + "."
                        + FailureWords.in(text).map(FailureWords::detail).orElse("0.0"))));
    }

    /** What the words mean. */
    static Optional<StatusCode> worded(String text) {
        return FailureWords.in(text).map(meaning -> new StatusCode(meaning.code() + "." + meaning.detail()));
    }

    /** In its own field (RFC 3464, 2.3.4), where older servers also put the reply of SMTP. */
    static Optional<StatusCode> inField(String field) {
        return written(field).or(() -> reply(field).map(code -> new StatusCode(code.charAt(0) + ".0.0")));
    }

    private static Optional<String> reply(String text) {
        return REPLY.matcher(text)
                .results()
                .map(found -> found.group())
                .filter(REPLIES::contains)
                .findFirst();
    }
}
