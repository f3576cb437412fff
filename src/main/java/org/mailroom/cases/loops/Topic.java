package org.mailroom.cases.loops;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a subject is about, for telling whether a machine repeats itself: without what stands before colons and in brackets,
 * which answers put there in any language. Numbers count: orders that differ by nothing else are not the same.
 */
record Topic(String words) {

    private static final int LONGEST = 500;
    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\]]{0,80}]|\\([^)]{0,80}\\)");
    private static final Pattern PREFIXES = Pattern.compile("^(?:[\\p{L}\\p{M}\\s]{1,30}[:：])+");
    private static final Pattern BESIDE_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    static Topic of(String subject) {
        String start = subject.substring(0, Math.min(subject.length(), LONGEST));
        String bare = PREFIXES.matcher(BRACKETS.matcher(start).replaceAll(" ")).replaceFirst(" ");
        String chosen = bare.isBlank() ? start : bare;
        return new Topic(BESIDE_WORDS
                .matcher(chosen.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip());
    }
}
