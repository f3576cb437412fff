package org.mailroom.intake.mime.field;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.message.MessageId;

/** The message identifiers in a field such as References (RFC 5322, 3.6.4); those without angle brackets count too. */
public final class MessageIdList {

    private static final int MOST = 100;
    private static final int LONGEST = 998;
    private static final Pattern BETWEEN = Pattern.compile("[<>,\\s\\p{Cntrl}]+");

    private MessageIdList() {}

    /** The first and the last of them where they are too many: the root of the thread and what is near. */
    public static List<MessageId> in(List<String> fields) {
        List<MessageId> ids = fields.stream()
                .flatMap(field -> Stream.of(BETWEEN.split(field)))
                .filter(id -> id.contains("@") && id.length() <= LONGEST)
                .distinct()
                .map(MessageId::new)
                .toList();
        if (ids.size() <= MOST) {
            return ids;
        }
        List<MessageId> kept = new ArrayList<>(ids.subList(0, 1));
        kept.addAll(ids.subList(ids.size() - MOST + 1, ids.size()));
        return kept;
    }
}
