package org.mailroom.intake;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.mailroom.intake.mime.field.Fields;

/**
 * What our own receiving mail server found out about the sender (RFC 8601). Whoever writes a mail can put such a field into
 * it, so only the topmost counts, and only where a server wrote it that we were told to trust.
 *
 * @param spf such as {@code pass} or {@code fail}; empty where the server does not say
 * @param dkim the best of several
 * @param by the server; empty where none that we trust says anything
 */
public record SenderAuthentication(String spf, String dkim, String dmarc, String by) {

    static final SenderAuthentication NONE = new SenderAuthentication("", "", "", "");

    /** What people read on a mail that {@link #fails}. */
    static final String WARNING =
            "Our mail server doubts the sender: by the rules of that address, the mail is not from there.";

    private static final int LONGEST_WORD = 255;

    /**
     * A mail that was redirected fails here, for another server sent it. Where a trusted one did and says what it found
     * before, that counts, if our server found its seal whole.
     *
     * @param forwarders domains, in lower case
     */
    static SenderAuthentication of(Fields fields, Set<String> trustedServers, Set<String> forwarders) {
        List<String> parts = fields.first("authentication-results")
                .map(SenderAuthentication::parts)
                .orElse(List.of());
        SenderAuthentication found = found(parts);
        if (!trustedServers.contains(found.by())) {
            return NONE;
        }
        return found.fails() && best(parts, "arc").equals("pass")
                ? SealedResults.of(fields, forwarders)
                        .map(field -> found(parts(field)))
                        .orElse(found)
                : found;
    }

    private static SenderAuthentication found(List<String> parts) {
        String server = parts.isEmpty() ? "" : word(parts.get(0).strip().split("\\s", 2)[0]);
        return new SenderAuthentication(best(parts, "spf"), best(parts, "dkim"), best(parts, "dmarc"), server);
    }

    private static List<String> parts(String field) {
        return List.of(withoutComments(field).split(";"));
    }

    /** Whether the server says that the sender is not who he claims to be. */
    boolean fails() {
        return dmarc.equals("fail") || (dmarc.isEmpty() && spf.equals("fail") && !dkim.equals("pass"));
    }

    /** A sentence for people; empty where nothing is known. */
    String evidence() {
        return by.isEmpty()
                ? ""
                : by + " says of the sender: SPF " + said(spf) + ", DKIM " + said(dkim) + ", DMARC " + said(dmarc)
                        + ".";
    }

    private static String said(String result) {
        return result.isEmpty() ? "not told" : result;
    }

    private static String best(List<String> parts, String method) {
        List<String> results =
                parts.stream().skip(1).flatMap(part -> result(part, method)).toList();
        return results.contains("pass") ? "pass" : results.stream().findFirst().orElse("");
    }

    /** The result in {@code dkim/1 = pass header.d=example.org}. */
    private static Stream<String> result(String part, String method) {
        String[] sides = part.strip().split("=", 2);
        boolean asked = sides.length == 2 && word(sides[0].split("/", 2)[0]).equals(method);
        return asked ? Stream.of(word(sides[1].strip().split("\\s", 2)[0])) : Stream.empty();
    }

    private static String word(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return word.substring(0, Math.min(word.length(), LONGEST_WORD));
    }

    private static String withoutComments(String field) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        for (char c : field.toCharArray()) {
            depth += c == '(' ? 1 : 0;
            if (depth == 0) {
                plain.append(c);
            }
            depth -= c == ')' && depth > 0 ? 1 : 0;
        }
        return plain.toString();
    }
}
