package org.mailroom.intake.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.WeakHashMap;
import org.mailroom.intake.text.CleanText;
import org.mailroom.intake.words.FoldedText;

/** The labels and delimiters of a profile, and what they make of a line. */
final class FormLabels {

    private static final int LONGEST_LABEL = 30;
    private static final int LONGEST_MARKS = 6;
    private static final int MOST_WORDS = 4;
    private static final int SHORTEST_RULE = 3;
    private static final String MARKS = " *•·-–—>#|_\t\"'.?";
    private static final String RULES = "-_=*#~—–─━═+";
    private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "mailto", "tel");

    private static final Map<FormProfile, FormLabels> MADE = Collections.synchronizedMap(new WeakHashMap<>());

    private final Map<String, List<String>> fields = new HashMap<>();
    private final List<String> delimiters;

    private FormLabels(FormProfile profile) {
        this.delimiters = profile.delimiters().stream().map(FoldedText::of).toList();
        new TreeMap<>(profile.labels()).forEach((field, languages) -> languages.values().stream()
                .flatMap(List::stream)
                .forEach(label -> add(FoldedText.of(label), field)));
    }

    /** Made once for each profile: every mail is held against all of them. */
    static FormLabels of(FormProfile profile) {
        return MADE.computeIfAbsent(profile, FormLabels::new);
    }

    private void add(String label, String field) {
        List<String> all = fields.computeIfAbsent(label, unused -> new ArrayList<>());
        if (!all.contains(field)) {
            all.add(field);
        }
    }

    FormLine line(String raw) {
        String words = raw.substring(marksBefore(raw));
        if (isDelimiter(raw.strip())) {
            return FormLine.delimiter(raw);
        }
        int end = labelEnd(words);
        String label = trimmed(end < 0 ? words : words.substring(0, end));
        String value = end < 0 ? "" : withoutMarks(words.substring(end + 1));
        List<String> known = label.length() > LONGEST_LABEL ? List.of() : known(label);
        if (!known.isEmpty()) {
            return new FormLine(raw, known, true, value, false);
        }
        boolean own = end > 0 && words.charAt(end) != '\t' && !value.isEmpty() && isOwnLabel(label);
        return own ? new FormLine(raw, List.of(label), false, value, false) : FormLine.text(raw);
    }

    /** Without "(required)" and the like where the profile does not have it so. */
    private List<String> known(String label) {
        List<String> whole = fields.getOrDefault(FoldedText.of(label), List.of());
        int bracket = label.indexOf('(');
        return whole.isEmpty() && bracket > 0
                ? fields.getOrDefault(FoldedText.of(trimmed(label.substring(0, bracket))), List.of())
                : whole;
    }

    private boolean isDelimiter(String line) {
        if (line.length() >= SHORTEST_RULE && RULES.indexOf(line.charAt(0)) >= 0) {
            return line.chars().allMatch(mark -> RULES.indexOf(mark) >= 0 || mark == ' ') || isDelimiterText(line);
        }
        return line.equals("--") || isDelimiterText(line);
    }

    private boolean isDelimiterText(String line) {
        if (delimiters.isEmpty()) {
            return false;
        }
        String folded = FoldedText.of(CleanText.cut(line, 200));
        return delimiters.stream().anyMatch(folded::startsWith);
    }

    /** Where the colon or the tabulator behind a label stands; -1 where there is none. */
    private static int labelEnd(String words) {
        int farthest = Math.min(words.length(), LONGEST_LABEL + LONGEST_MARKS);
        for (int at = 0; at < farthest; at++) {
            if (words.charAt(at) == ':' || words.charAt(at) == '：' || words.charAt(at) == '\t') {
                return at;
            }
        }
        return -1;
    }

    /** A few words that begin with a letter, so that no time and no link becomes a field. */
    private static boolean isOwnLabel(String label) {
        return !label.isEmpty()
                && label.length() <= LONGEST_LABEL
                && Character.isLetter(label.charAt(0))
                && label.split(" ", MOST_WORDS + 1).length <= MOST_WORDS
                && !SCHEMES.contains(FoldedText.of(label));
    }

    private static String withoutMarks(String value) {
        String stripped = value.strip();
        int start = 0;
        while (start < stripped.length() && (stripped.charAt(start) == '*' || stripped.charAt(start) == ':')) {
            start++;
        }
        return stripped.substring(start).strip();
    }

    private static String trimmed(String words) {
        int start = marksBefore(words);
        int end = words.length();
        while (end > start && isMark(words.charAt(end - 1))) {
            end--;
        }
        return words.substring(start, end);
    }

    private static int marksBefore(String words) {
        int at = 0;
        while (at < words.length() && isMark(words.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isMark(char letter) {
        return MARKS.indexOf(letter) >= 0
                || Character.isSpaceChar(letter)
                || Character.getType(letter) == Character.FORMAT;
    }
}
