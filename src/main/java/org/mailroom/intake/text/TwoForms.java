package org.mailroom.intake.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The new text of a mail that says the same in plain text and in HTML, as found in each. Where they differ, one of them
 * still has an old mail or a signature: the shorter is right, unless it lost an answer or says something else altogether.
 */
record TwoForms(String plain, String html) {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");
    private static final double NEARLY_ALL = 0.9;
    private static final double HALF = 0.5;

    String shorter(Collection<String> plainAnswers, Collection<String> htmlAnswers) {
        String plainLetters = letters(plain);
        String htmlLetters = letters(html);
        boolean htmlIsShorter = htmlLetters.length() < plainLetters.length();
        if (!htmlIsShorter) {
            return share(words(plain), html) >= HALF && keeps(plain, htmlAnswers) ? plain : html;
        }
        if (!keeps(html, plainAnswers) || share(words(html), plain) < HALF) {
            return plain;
        }
        return plainLetters.startsWith(htmlLetters) ? beginning(htmlLetters.length()) : html;
    }

    private static boolean keeps(String text, Collection<String> answers) {
        return share(words(String.join(" ", answers)), text) >= NEARLY_ALL;
    }

    /** How many of the words are in the text too, of 1. */
    private static double share(List<String> words, String text) {
        Set<String> known = new HashSet<>(words(text));
        return words.isEmpty()
                ? 1
                : (double) words.stream().filter(known::contains).count() / words.size();
    }

    /** The plain text up to this letter, with what closes its sentence. */
    private String beginning(int letters) {
        int end = 0;
        for (int seen = 0; end < plain.length() && seen < letters; end++) {
            seen += Character.isLetterOrDigit(plain.charAt(end)) ? 1 : 0;
        }
        while (end < plain.length() && !Character.isWhitespace(plain.charAt(end))) {
            end++;
        }
        return plain.substring(0, end).strip();
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.chars().filter(Character::isLetterOrDigit).forEach(each -> letters.append((char) each));
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    private static List<String> words(String text) {
        return Arrays.stream(NO_WORD.split(text.toLowerCase(Locale.ROOT)))
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }
}
