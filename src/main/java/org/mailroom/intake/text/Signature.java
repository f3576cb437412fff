package org.mailroom.intake.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Lines that were put below the words by a program: after a delimiter, or as the name of a phone. A name or greeting that
 * no marker sets off is the sender's own and stays: to guess where it begins would now and then take a word that matters.
 */
final class Signature {

    private static final Set<String> DELIMITERS = Set.of("--", "—", "–", "——", "––", "―", "--­");
    private static final int LONGEST_WITHOUT_STANDARD = 12;

    private static final int SHORTEST_PHONE = 8;
    private static final int LONGEST_PHONE = 160;
    private static final Pattern LINK =
            Pattern.compile("<[^<>]{0,300}>|\\(https?://[^()]{0,300}\\)|https?://\\S{1,300}");
    private static final Pattern EDGES = Pattern.compile("^[\\[(*_<\\s]+|[\\])*_>.!\\s]+$");
    private static final Pattern PUNCTUATION = Pattern.compile("[,;:.!?–—(\\[|] ?|- ");
    private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}&.@'’-]+");
    private static final Pattern ENDING = Pattern.compile("[-'’.]\\p{L}{0,6}$|^\\p{L}{1,2}['’]");
    private static final int LONGEST_ENDING = 4;
    private static final int SHORTEST_WITH_ENDING = 5;
    private static final int MOST_NAME_WORDS = 12;

    private static final Pattern DASHED_NAME =
            Pattern.compile("[-–—]\\p{Lu}[\\p{L}.'’-]*(?: \\p{Lu}[\\p{L}.'’-]*){1,2}");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?。！？]$");
    private static final int SHORTEST_FULL_LINE = 50;

    private static final List<Phrase> PHRASES =
            MailWords.PHONES.stream().map(Phrase::of).toList();

    private Signature() {}

    /** What stands before and after the name of a phone or program. Every line is held against all of them. */
    private record Phrase(String before, String after) {

        static Phrase of(String pattern) {
            int star = pattern.indexOf('*');
            return new Phrase(pattern.substring(0, star), pattern.substring(star + 1));
        }

        boolean fits(String words) {
            if (!words.startsWith(before)
                    || !words.endsWith(after)
                    || words.length() < before.length() + after.length()) {
                return false;
            }
            String name = words.substring(before.length(), words.length() - after.length());
            return isDevice(name) || (after.isEmpty() && isDevice(PUNCTUATION.split(name + " ", 2)[0]));
        }
    }

    /** "-- " (RFC 3676, 4.3), or a long dash that has but a few lines below it. */
    static boolean startsAt(Lines lines, int at) {
        String line = lines.shown(at);
        if (!DELIMITERS.contains(line)) {
            return false;
        }
        return line.equals("--") || linesBelow(lines, at) <= LONGEST_WITHOUT_STANDARD;
    }

    /** "-Jane Doe" as a paragraph of its own, but not where something is being listed. */
    static boolean isDashedName(Lines lines, int at) {
        int above = at - 1;
        while (above >= 0 && lines.isBlank(above)) {
            above--;
        }
        return above >= 0
                && above < at - 1
                && DASHED_NAME.matcher(lines.shown(at)).matches()
                && !lines.shown(above).endsWith(":")
                && !lines.shown(above).startsWith("-");
    }

    /** "Sent from my iPhone", as a paragraph of its own, or as a last line below a line that is at its end. */
    static boolean isPhone(Lines lines, int at) {
        boolean alone = (at == 0 || lines.isBlank(at - 1) || !isWords(lines, at - 1) || isNewSentence(lines, at))
                && (at == lines.size() - 1
                        || lines.isBlank(at + 1)
                        || !isWords(lines, at + 1)
                        || isPhone(lines.shown(at + 1)));
        return alone && isPhone(lines.shown(at));
    }

    private static boolean isNewSentence(Lines lines, int at) {
        String above = lines.shown(at - 1);
        return !Character.isLowerCase(lines.shown(at).codePointAt(0))
                && (above.length() < SHORTEST_FULL_LINE
                        || SENTENCE_END.matcher(above).find());
    }

    static boolean isPhone(String line) {
        if (line.length() < SHORTEST_PHONE || line.length() > LONGEST_PHONE) {
            return false;
        }
        String lower = MailWords.lower(line);
        if (lower.contains("outlook") && lower.contains("aka.ms/")) {
            return true;
        }
        if (lower.chars().allMatch(each -> each < 0x80) && !namesDevice(lower)) {
            return false;
        }
        String words = EDGES.matcher(LINK.matcher(lower).replaceAll("")).replaceAll("");
        return !words.isEmpty() && PHRASES.stream().anyMatch(phrase -> phrase.fits(words));
    }

    private static boolean namesDevice(String line) {
        return Arrays.stream(NO_NAME.split(line)).anyMatch(Signature::isDeviceWord);
    }

    /** Names a phone or program and ends with it, as "my iPhone" does and "my iPhone so I cannot see it" does not. */
    private static boolean isDevice(String name) {
        List<String> words = new ArrayList<>(Arrays.asList(NO_NAME.split(name.strip())));
        words.removeIf(String::isEmpty);
        if (words.isEmpty() || words.size() > MOST_NAME_WORDS) {
            return false;
        }
        String last = words.get(words.size() - 1);
        return words.stream().anyMatch(Signature::isDeviceWord)
                && (isDeviceWord(last) || last.chars().anyMatch(Character::isDigit) || words.size() <= 3);
    }

    /** With an ending or without: "iPhone'umdan", "iPhonea". */
    private static boolean isDeviceWord(String word) {
        return MailWords.DEVICES.contains(word)
                || MailWords.DEVICES.contains(ENDING.matcher(word).replaceAll(""))
                || IntStream.rangeClosed(1, LONGEST_ENDING)
                        .map(ending -> word.length() - ending)
                        .filter(length -> length >= SHORTEST_WITH_ENDING)
                        .anyMatch(length -> MailWords.DEVICES.contains(word.substring(0, length)))
                || (word.chars().anyMatch(each -> each > 0x0E00)
                        && MailWords.DEVICES.stream().anyMatch(device -> device.length() > 1 && word.contains(device)));
    }

    private static int linesBelow(Lines lines, int at) {
        int count = 0;
        for (int below = lines.written(at + 1); below < lines.size(); below = lines.written(below + 1)) {
            if (lines.isQuoted(below) || count > LONGEST_WITHOUT_STANDARD) {
                break;
            }
            count++;
        }
        return count;
    }

    private static boolean isWords(Lines lines, int at) {
        return !lines.isQuoted(at) && lines.shown(at).chars().anyMatch(Character::isLetter);
    }
}
