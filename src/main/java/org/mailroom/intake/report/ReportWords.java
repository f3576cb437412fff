package org.mailroom.intake.report;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mailroom.intake.words.WordList;

/** The words by which mail servers say that a mail failed or is late, in the languages that they speak. */
final class ReportWords {

    private static final Pattern TAG = Pattern.compile("^(?:\\[[^\\]]{0,60}]\\s{0,5}|\\*{1,10}\\s{0,5}|[\"«]){1,4}");
    private static final Pattern OPENING = Pattern.compile("^[\\[【(*]{1,4}\\s{0,5}");
    private static final Pattern PASSED_ON = Pattern.compile(
            "^(fwd?|wg|tr|rv|re|aw|sv|antw|enc|pd|vs|vb|vl|ynt|ilt|i|r|odp|转发|轉寄|答复|回复|回覆)\\s?(\\[\\d{1,3}])?\\s?[:：].*");

    private static final WordList SUBJECTS = WordList.read("report-subjects");
    private static final WordList FORMULAS = WordList.read("report-formulas");
    private static final WordList PHRASES = WordList.read("report-phrases");
    private static final WordList LATE_SUBJECTS = WordList.read("late-subjects");
    private static final WordList LATE_PHRASES = WordList.read("late-phrases");
    private static final WordList FAILED_SUBJECTS = WordList.read("failed-subjects");
    private static final WordList FAILED_PHRASES = WordList.read("failed-phrases");

    private ReportWords() {}

    /** Behind a tag of a list or a gateway, or within one. */
    static boolean isSubject(String subject) {
        String plain = subject.strip();
        return SUBJECTS.starts(TAG.matcher(plain).replaceFirst(""))
                || SUBJECTS.starts(OPENING.matcher(plain).replaceFirst(""));
    }

    /** Whether the subject says that somebody passes a mail on or answers one. */
    static boolean isPassedOn(String subject) {
        return PASSED_ON.matcher(subject.strip().toLowerCase(Locale.ROOT)).matches();
    }

    static boolean hasFormula(String text) {
        return FORMULAS.isIn(text);
    }

    /** Also where the sentence was wrapped; not where something else was said before. */
    static boolean opensWithFormula(List<String> opening) {
        return hasFormula(String.join(" ", opening))
                && !opening.stream().skip(1).anyMatch(ReportWords::hasFormula);
    }

    static boolean hasPhrase(String text) {
        return PHRASES.isIn(text);
    }

    /** The subject decides, then the text; what is said to be final is not late. */
    static boolean isLate(String subject, String text) {
        return LATE_SUBJECTS.isIn(subject)
                || (!FAILED_SUBJECTS.isIn(subject) && LATE_PHRASES.isIn(text) && !FAILED_PHRASES.isIn(text));
    }
}
