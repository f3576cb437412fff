package org.mailroom.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailroom.mailserver.MailServer;
import org.mailroom.mailserver.Proxy;
import org.mailroom.mailserver.Security;
import org.springframework.http.HttpStatus;

/** Reads the parts of a body by which a program sets up an account on a mail server. */
final class BodyFields {

    private static final int HIGHEST_PORT = 65_535;

    private BodyFields() {}

    static MailServer server(@Nullable String host, int port, Security security, @Nullable String proxy) {
        if (port < 1 || port > HIGHEST_PORT) {
            throw bad("port", "A port is a number from 1 to 65535.");
        }
        try {
            return new MailServer(
                    needed("host", host), port, security, proxy == null || proxy.isBlank() ? null : Proxy.of(proxy));
        } catch (IllegalArgumentException noProxy) {
            throw bad("proxy", String.valueOf(noProxy.getMessage()));
        }
    }

    static <E extends Enum<E>> E word(String field, @Nullable String given, Class<E> kind, E usual) {
        if (isMissing(given)) {
            return usual;
        }
        return Arrays.stream(kind.getEnumConstants())
                .filter(known -> known.name().equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() -> bad(
                        field,
                        "It is one of "
                                + Arrays.stream(kind.getEnumConstants())
                                        .map(known -> known.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    static String needed(String field, @Nullable String given) {
        if (given == null || given.isBlank()) {
            throw bad(field, "It is missing: " + field + ".");
        }
        return given.strip();
    }

    static String given(@Nullable String given, String usual) {
        return given == null || given.isBlank() ? usual : given;
    }

    static boolean isMissing(@Nullable String given) {
        return given == null || given.isBlank();
    }

    static RuntimeException bad(String field, String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST, detail, field);
    }
}
