package org.mailroom.engine.shields;

/** Tells our own classes from those of libraries. */
final class Ours {

    private static final String HOUSE = "org.mailroom.";

    private Ours() {}

    static boolean isOurs(Class<?> type) {
        return type.getName().startsWith(HOUSE);
    }
}
