package org.mailroom.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.mailroom.message.TooLarge;

/** Reads from a row of received mail that it is too large. */
final class TooLargeColumns {

    private TooLargeColumns() {}

    /** @param row with {@code whole_size}, {@code size_limit}, {@code mailbox} and {@code folder} */
    static @Nullable TooLarge of(ResultSet row) throws SQLException {
        Long size = row.getObject("whole_size", Long.class);
        return size == null
                ? null
                : new TooLarge(
                        size, row.getLong("size_limit"), row.getString("mailbox") + ", " + row.getString("folder"));
    }
}
