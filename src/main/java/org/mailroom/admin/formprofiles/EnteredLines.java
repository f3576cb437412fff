package org.mailroom.admin.formprofiles;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was entered into a large field, one thing a line. */
final class EnteredLines {

    private EnteredLines() {}

    /** Each once, in their order, without the empty ones. */
    static List<String> of(@Nullable String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .distinct()
                        .toList();
    }

    static String text(List<String> lines) {
        return String.join("\n", lines);
    }
}
