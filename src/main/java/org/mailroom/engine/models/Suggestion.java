package org.mailroom.engine.models;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the name that somebody probably meant. */
final class Suggestion {

    private Suggestion() {}

    /** Returns {@code "; did you mean x?"}, or an empty text if no known name is similar. */
    static String of(String written, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(written, name) <= atMost(name))
                .min(Comparator.comparingInt((String name) -> distance(written, name))
                        .thenComparing(Comparator.naturalOrder()))
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }

    private static int atMost(String name) {
        return name.length() < 4 ? 1 : name.length() < 9 ? 2 : 3;
    }

    /** How many letters have to be added, removed or changed; upper and lower case are the same. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int column = 0; column <= b.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= a.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= b.length(); column++) {
                int changed = diagonal + (a.charAt(line - 1) == b.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(changed, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[b.length()];
    }
}
