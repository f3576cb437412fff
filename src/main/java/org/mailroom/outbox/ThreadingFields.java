package org.mailroom.outbox;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailroom.message.MessageId;

/**
 * The References field (RFC 5322, 3.6.4): the ancestors and the answered message, oldest first, an identifier a line. A
 * long thread keeps its root and its newest messages. An identifier that no header field can carry is left out.
 */
final class ThreadingFields {

    private static final int MOST = 20;
    private static final int LONGEST_ID = 900;
    private static final int LONGEST_FIELD = 4_000;
    private static final Pattern FIT = Pattern.compile("[!-;=?-~]{1," + LONGEST_ID + "}");

    private ThreadingFields() {}

    static boolean fits(@Nullable MessageId id) {
        return id != null && FIT.matcher(id.value()).matches();
    }

    /** Empty where there is nothing to refer to. */
    static String references(List<MessageId> ancestors, @Nullable MessageId answered) {
        Set<String> ids = new LinkedHashSet<>();
        ancestors.stream().filter(ThreadingFields::fits).forEach(id -> ids.add(id.inBrackets()));
        if (answered != null && fits(answered)) {
            ids.remove(answered.inBrackets());
            ids.add(answered.inBrackets());
        }
        return String.join("\r\n ", bounded(List.copyOf(ids)));
    }

    private static List<String> bounded(List<String> ids) {
        int start = ids.size();
        int length = 0;
        while (start > 0
                && ids.size() - start < MOST
                && length + ids.get(start - 1).length() <= LONGEST_FIELD) {
            start--;
            length += ids.get(start).length();
        }
        if (start == 0) {
            return ids;
        }
        List<String> newest = ids.subList(start + (ids.size() - start == MOST ? 1 : 0), ids.size());
        return Stream.concat(Stream.of(ids.get(0)), newest.stream()).toList();
    }
}
