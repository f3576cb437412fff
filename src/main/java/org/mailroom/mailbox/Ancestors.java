package org.mailroom.mailbox;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The identifiers of the messages that a mail answers. */
final class Ancestors {

    private static final int MOST = 100;
    private static final Set<String> FIELDS = Set.of("in-reply-to", "references");
    private static final Pattern BETWEEN = Pattern.compile("[<>,\\s\\p{Cntrl}]+");

    private Ancestors() {}

    /** The last ones where there are too many: they are the nearest. */
    static List<String> of(byte[] raw) {
        List<String> ids = RawHeader.of(raw).fields().stream()
                .filter(field -> FIELDS.contains(field.name()))
                .flatMap(field -> Stream.of(BETWEEN.split(field.value(raw))))
                .filter(id -> id.contains("@"))
                .distinct()
                .toList();
        return ids.subList(Math.max(0, ids.size() - MOST), ids.size());
    }
}
