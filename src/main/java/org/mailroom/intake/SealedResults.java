package org.mailroom.intake;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailroom.intake.mime.field.Fields;

/**
 * What servers that sent a mail on found out about its sender before (ARC, RFC 8617). Anybody can write such a field, but
 * only the owner of a domain can seal it; whether the seals are whole our own mail server says.
 */
final class SealedResults {

    private static final Pattern INSTANCE = Pattern.compile("\\s*i\\s*=\\s*(\\d{1,2})\\s*;(.*)");
    private static final Pattern DOMAIN = Pattern.compile("(?:^|;)\\s*d\\s*=\\s*([^;\\s]{1,255})");

    private SealedResults() {}

    /**
     * What the first of the last servers said that all are trusted; empty where the last one is not.
     *
     * @param forwarders domains, in lower case
     * @return as in {@code Authentication-Results}
     */
    static Optional<String> of(Fields fields, Set<String> forwarders) {
        Map<Integer, String> seals = byInstance(fields, "arc-seal");
        Map<Integer, String> results = byInstance(fields, "arc-authentication-results");
        String said = null;
        for (int instance = seals.size(); isSealedBy(seals.get(instance), forwarders); instance--) {
            said = results.get(instance);
        }
        return Optional.ofNullable(said);
    }

    private static boolean isSealedBy(@Nullable String seal, Set<String> forwarders) {
        Matcher domain = DOMAIN.matcher(seal == null ? "" : seal);
        return domain.find() && forwarders.contains(domain.group(1).toLowerCase(Locale.ROOT));
    }

    private static Map<Integer, String> byInstance(Fields fields, String name) {
        Map<Integer, String> values = new TreeMap<>();
        fields.all(name).stream()
                .map(INSTANCE::matcher)
                .filter(Matcher::matches)
                .forEach(value -> values.putIfAbsent(Integer.valueOf(value.group(1)), value.group(2)));
        return values;
    }
}
