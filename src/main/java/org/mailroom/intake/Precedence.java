package org.mailroom.intake;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.mailroom.intake.mime.field.Fields;

/** The field Precedence, which no standard has and every mail program knows (RFC 2076). */
final class Precedence {

    private Precedence() {}

    static boolean isOneOf(Fields fields, Set<String> values) {
        return Stream.of("Precedence", "X-Precedence")
                .flatMap(name -> fields.all(name).stream())
                .anyMatch(value -> values.contains(value.toLowerCase(Locale.ROOT)));
    }
}
