package org.mailroom.intake.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Phrases that are looked for in a line as whole words, or as they are in scripts that put no space between words. */
final class Phrases {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final int MOST_WORDS = 5;

    private final Set<String> phrases;
    private final List<String> unspaced;

    Phrases(Set<String> phrases) {
        this.phrases = new HashSet<>(phrases);
        this.unspaced = this.phrases.stream().filter(Phrases::isUnspaced).toList();
        this.phrases.addAll(this.phrases.stream()
                .map(phrase -> String.join(" ", words(phrase)))
                .toList());
    }

    boolean areIn(String line) {
        List<String> words = words(line);
        for (int from = 0; from < words.size(); from++) {
            if (startAt(words, from)) {
                return true;
            }
        }
        return isUnspaced(line) && unspaced.stream().anyMatch(line::contains);
    }

    boolean start(String line) {
        return startAt(words(line.length() < 60 ? line : line.substring(0, 60)), 0)
                || unspaced.stream().anyMatch(line::startsWith);
    }

    private boolean startAt(List<String> words, int from) {
        StringBuilder phrase = new StringBuilder();
        for (int to = from; to < words.size() && to < from + MOST_WORDS; to++) {
            phrase.append(to == from ? "" : " ").append(words.get(to));
            if (phrases.contains(phrase.toString())) {
                return true;
            }
        }
        return false;
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>(List.of(NO_WORD.split(MailWords.lower(line))));
        words.removeIf(String::isEmpty);
        return words;
    }

    private static boolean isUnspaced(String line) {
        return line.chars()
                .anyMatch(each -> (each >= 0x0E00 && each < 0x0F00)
                        || (each >= 0x1100 && each < 0x1200)
                        || (each >= 0x1780 && each < 0x1800)
                        || (each >= 0x3040 && each < 0xD7B0));
    }
}
