package org.mailroom.database;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Trouble of the database that says nothing about the work that met it: the same will do when the trouble is over, however
 * often it failed meanwhile.
 */
public final class Hiccup {

    /** Connection lost, rolled back by the server, out of resources, ended by an operator, trouble of the machine. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");

    /** A lock that did not come in time; a node of a fail-over that only reads any more. */
    private static final Set<String> STATES = Set.of("55P03", "25006");

    private Hiccup() {}

    /** Whether such trouble is behind this failure. */
    public static boolean isBehind(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && isOne(refused)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOne(SQLException refused) {
        String state = refused.getSQLState();
        return state == null
                ? refused instanceof SQLTransientException // no connection was free
                : STATES.contains(state) || state.length() == 5 && CLASSES.contains(state.substring(0, 2));
    }
}
